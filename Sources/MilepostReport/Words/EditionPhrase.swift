/// What is said of corrigenda, revised versions and reports that are kept; the raw value is the English text.
enum EditionPhrase: String, SpokenPhrase {
  // Under the title
  case corrects = "Corrigendum to document {document} of {date}"
  case revises = "Revised version of document {document} of {date}"
  case changesListed = "The changes are listed in {annex}."

  // The annex on what changed
  case changesTitle = "Changes to document {document}"
  case annexLead =
    "This annex lists where this document differs from document {document} of {date}. Words that were taken out are struck through, words that came in are underlined."
  case changesNone = "In this language the text is the same."
  case changesNoText = "Document {document} is not there in this language."
  case inOlder = "Document {document}"
  case inThis = "This document"
  case titlePage = "Title page"
  case heading = "Heading {number}"
  case title = "Heading"
  case text = "Text"
  case added = "new"
  case removed = "removed"
  case changed = "changed"
  case moved = "moved"

  // In the site
  case earlierReports = "Earlier reports"
  case asKept = "This is the report of an earlier edition. It stands here as it was kept."
  case keptFiles = "This document as files"
  case correctedBy = "There is a corrigendum: document {document} of {date}."
  case revisedBy = "There is a revised version: document {document} of {date}."
  case pdf = "PDF ({size})"
  case word = "Word ({size})"
  case oneFile = "HTML in one file ({size})"
  case named = "{document}, {date}: {title}"

  var french: String {
    switch self {
    case .corrects: "Corrigendum au document {document} du {date}"
    case .revises: "Version révisée du document {document} du {date}"
    case .changesListed: "Les modifications sont énumérées dans l’{annex}."
    case .changesTitle: "Modifications apportées au document {document}"
    case .annexLead:
      "La présente annexe énumère les passages qui diffèrent du document {document} du {date}. Les mots supprimés sont barrés, les mots ajoutés sont soulignés."
    case .changesNone: "Dans cette langue, le texte est le même."
    case .changesNoText: "Le document {document} n’existe pas dans cette langue."
    case .inOlder: "Document {document}"
    case .inThis: "Présent document"
    case .titlePage: "Page de titre"
    case .heading: "Titre {number}"
    case .title: "Titre"
    case .text: "Texte"
    case .added: "nouveau"
    case .removed: "supprimé"
    case .changed: "modifié"
    case .moved: "déplacé"
    case .earlierReports: "Rapports précédents"
    case .asKept: "Ceci est le rapport d’une édition antérieure, tel qu’il a été conservé."
    case .keptFiles: "Ce document sous forme de fichiers"
    case .correctedBy: "Il existe un corrigendum\u{00A0}: document {document} du {date}."
    case .revisedBy: "Il existe une version révisée\u{00A0}: document {document} du {date}."
    case .pdf: "PDF ({size})"
    case .word: "Word ({size})"
    case .oneFile: "HTML en un seul fichier ({size})"
    case .named: "{document}, {date}\u{00A0}: {title}"
    }
  }

  var spanish: String {
    switch self {
    case .corrects: "Corrigéndum al documento {document} de fecha {date}"
    case .revises: "Versión revisada del documento {document} de fecha {date}"
    case .changesListed: "Los cambios se enumeran en el {annex}."
    case .changesTitle: "Cambios respecto del documento {document}"
    case .annexLead:
      "En este anexo se enumeran los pasajes que difieren del documento {document} de fecha {date}. Las palabras suprimidas están tachadas y las añadidas, subrayadas."
    case .changesNone: "En este idioma el texto es el mismo."
    case .changesNoText: "El documento {document} no existe en este idioma."
    case .inOlder: "Documento {document}"
    case .inThis: "Este documento"
    case .titlePage: "Portada"
    case .heading: "Título {number}"
    case .title: "Título"
    case .text: "Texto"
    case .added: "nuevo"
    case .removed: "suprimido"
    case .changed: "modificado"
    case .moved: "trasladado"
    case .earlierReports: "Informes anteriores"
    case .asKept: "Este es el informe de una edición anterior, tal como se conservó."
    case .keptFiles: "Este documento en archivos"
    case .correctedBy: "Existe un corrigéndum: documento {document} de fecha {date}."
    case .revisedBy: "Existe una versión revisada: documento {document} de fecha {date}."
    case .pdf: "PDF ({size})"
    case .word: "Word ({size})"
    case .oneFile: "HTML en un solo archivo ({size})"
    case .named: "{document}, {date}: {title}"
    }
  }
}

extension Phrases {
  func callAsFunction(_ phrase: EditionPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }
}
