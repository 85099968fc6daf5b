extension ProseWords {
  static let spanish = ProseWords(
    ordinary: [
      ("medio, media, doble, triple, duplicar, triplicar, duplica, triplica, duplicando, triplicando", ""),
      (
        """
        mitad, un cuarto, un quinto, un sexto, un séptimo, un octavo, un noveno, un décimo, el cuádruple
        """, "de, del, más"
      ),
    ],
    companions: "de, del, más, que",
    takers: "por, primera, segunda, primer, segundo, última, tercer, cada",
    quantityHedges: """
      más de, menos de, casi, unos, unas, al menos, por lo menos, no menos de, no más de, cerca de, alrededor de, un total de, \
      aproximadamente
      """,
    ordinalEndings: """
      º, ª, °, .º, .ª, .°, er, ro, do, ra, da, to, ta, mo, ma, vo, va, no, na, .er, .ro, .do, .ra, .da, .to, .ta, .mo, .ma, .vo, \
      .va
      """,
    ordinalWords: "primer, primero, primera, segundo, segunda, tercero, tercera",
    references: """
      resolución, decisión, artículo, art., número, núm., n.º, nº, n°, no., sección, capítulo, cap., anexo, apéndice, cuadro, \
      tabla, figura, fig., gráfico, recuadro, meta, finalidad, objetivo, resultado, producto, recomendación, rec., documento, \
      doc., cuestión, comisión de estudio, ce, grupo de trabajo, gt, página, pág., párrafo, §, punto, punto del orden del día, \
      fase, ods, odm, parte, etapa, opción, grupo, categoría, nivel, volumen, vol., sesión, reunión, región, zona, caso, clase, \
      regla, línea, columna, nota, versión, wi-fi, wifi, windows, web, industria, iso, cei, iso/cei, ieee, rfc, línea de acción, \
      tarea, módulo, sala, circular, carta circular, carta colectiva, ruego, informe, suplemento, enmienda, addéndum, \
      revisión, rev., tema, pilar, prioridad, indicador, programa, proyecto, conectar, connect, mapa, ley, reglamento, \
      directiva, protocolo, horizonte, meta estratégica
      """,
    referenceLists: """
      salas, resoluciones, decisiones, artículos, números, núms., secciones, capítulos, anexos, apéndices, cuadros, tablas, figuras, \
      recuadros, metas, finalidades, objetivos, resultados, productos, recomendaciones, documentos, cuestiones, \
      comisiones de estudio, grupos de trabajo, páginas, págs., párrafos, puntos, fases, partes, etapas, opciones, grupos, \
      categorías, niveles, volúmenes, regiones, zonas, clases, reglas, líneas, notas, líneas de acción, informes, temas, \
      pilares, prioridades, indicadores, ods
      """,
    listEnds: "y, e, o, u, así como",
    rangeLinks: "a, al, -, –, —, y",
    names: "agenda 2030, web 2.0, industria 4.0, 24 horas al día, 4k, 8k, 24/7",
    passedOver: "medio ambiente, medio de, medios de, una vez, de una vez, otra vez",
    months: [
      "enero, ene.", "febrero, feb.", "marzo", "abril, abr.", "mayo", "junio, jun.", "julio, jul.", "agosto, ago.",
      "septiembre, setiembre, sept.", "octubre, oct.", "noviembre, nov.", "diciembre, dic.",
    ],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    dayArticles: "el, al, del",
    dayLinks: "de, del",
    yearPrefixes: "pos, post, pre",
    decadeWords: "años, los años, década de los, década de, decenio de",
    quarters: "t1, t2, t3, t4, s1, s2, q1, q2, q3, q4, 1t, 2t, 3t, 4t",
    hourWords: "h, horas utc, hrs, a.m., p.m., a. m., p. m., am, pm",
    hourPrefixes: "a las, las")
}
