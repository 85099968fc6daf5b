extension ProseWords {
  static let english = ProseWords(
    ordinary: [
      ("half, one half, one-half, a half", "of, the, a, an, all, its, their, our, as, that, those, these"),
      ("double, triple, quadruple, twice, thrice", "as, the, that, those, what"),
      ("twofold, two-fold, doubling, tripling, halving, ten-fold", ""),
    ],
    companions: "of, the, as, that, those, more, higher, larger, greater, faster, what",
    takers: """
      first, second, latter, former, other, each, every, per, last, next, this, better, 1st, 2nd, final, third, fourth, \
      a further, northern, southern, one and a
      """,
    quantityHedges: """
      more than, less than, fewer than, at least, at most, nearly, almost, no fewer than, no more than, no less than, \
      approximately, some, exceeding, in excess of, upwards of, a total of, as many as, just over, just under
      """,
    ordinalEndings: "st, nd, rd, th, <sup>st</sup>, <sup>nd</sup>, <sup>rd</sup>, <sup>th</sup>",
    ordinalWords: """
      first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, firsts, seconds, hundredth, thousandth, \
      anniversary
      """,
    references: """
      resolution, res., res, decision, article, no., number, section, sub-section, subsection, chapter, annex, appendix, table, figure, \
      fig., box, target, goal, objective, outcome, output, recommendation, rec., document, doc., question, study group, sg, \
      working party, wp, working group, page, p., paragraph, para., §, agenda item, agenda item:, item, phase, sdg, mdg, connect, part, \
      step, stage, option, group, group of, category, level, tier, volume, vol., issue, session, region, zone, area, case, class, \
      clause, rule, line, column, row, note, footnote, release, version, wi-fi, wifi, windows, web, industry, iso, iec, \
      iso/iec, ieee, rfc, action line, key action, strategic goal, task, track, module, lot, room, building, circular, \
      circular letter, cl, opinion, report, rep., supplement, suppl., suppl, cop, tc, rr, amendment, addendum, corrigendum, revision, rev., theme, \
      pillar, priority, indicator, programme, project, activity, route, flight, collection letter, generation, wave, \
      horizon, series, exhibit, map, chart, slide, form, ref., reference, code, law, act, regulation, directive, protocol
      """,
    referenceLists: """
      rooms, resolutions, decisions, articles, nos., numbers, sections, chapters, annexes, appendices, tables, figures, figs., \
      boxes, targets, goals, objectives, outcomes, outputs, recommendations, documents, docs., questions, study groups, sgs, \
      working parties, working groups, pages, pp., paragraphs, paras., §§, agenda items, items, phases, sdgs, mdgs, parts, \
      steps, stages, options, groups, categories, levels, tiers, volumes, sessions, regions, zones, cases, classes, \
      clauses, rules, lines, columns, rows, notes, action lines, opinions, reports, supplements, themes, pillars, \
      priorities, indicators
      """,
    listEnds: "and, or, &, and to, as well as",
    rangeLinks: "to, through, -, –, —, and",
    names: """
      2030 agenda, agenda 2030, connect 2030 agenda, agenda 2063, group of 77, web 2.0, industry 4.0, 4k, 8k, 24/7, 24 / 7, 7/24
      """,
    months: [
      "january, jan, jan.", "february, feb, feb.", "march, mar, mar.", "april, apr, apr.", "may", "june, jun, jun.",
      "july, jul, jul.", "august, aug, aug.", "september, sep, sep., sept, sept.", "october, oct, oct.",
      "november, nov, nov.", "december, dec, dec.",
    ],
    weekdays: [
      "monday, mon, mon.", "tuesday, tue, tue., tues", "wednesday, wed, wed.", "thursday, thu, thu., thurs",
      "friday, fri, fri.", "saturday, sat, sat.", "sunday, sun, sun.",
    ],
    dayArticles: "the",
    dayLinks: "of",
    yearPrefixes: "mid, pre, post, early, late, end",
    decadeWords: "decade of the",
    decadeEndings: "s, 's, ’s",
    hourWords: "a.m., p.m., am, pm, o'clock, hours utc, hrs, h utc, noon",
    hourPrefixes: "")
}
