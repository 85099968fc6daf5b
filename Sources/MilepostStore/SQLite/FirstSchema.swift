#if Store
  extension SQLiteSchema {
    /// Format 1.
    static let first =
      """
      CREATE TABLE blob (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, length INTEGER NOT NULL, encoding TEXT NOT NULL,
        bytes BLOB NOT NULL) STRICT;
      CREATE TABLE site (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE site_file (
        site INTEGER NOT NULL REFERENCES site, path TEXT NOT NULL, blob INTEGER NOT NULL REFERENCES blob,
        PRIMARY KEY (site, path)) STRICT, WITHOUT ROWID;

      CREATE TABLE chunk (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, indicator TEXT NOT NULL, areas TEXT NOT NULL,
        codes TEXT NOT NULL, periods TEXT NOT NULL, origins TEXT NOT NULL, series TEXT NOT NULL,
        observations INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
      CREATE TABLE series_set (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, series INTEGER NOT NULL, observations INTEGER NOT NULL)
        STRICT;
      CREATE TABLE set_chunk (
        series_set INTEGER NOT NULL REFERENCES series_set, indicator TEXT NOT NULL, place INTEGER NOT NULL,
        chunk INTEGER NOT NULL REFERENCES chunk, first_area TEXT NOT NULL, first_codes TEXT NOT NULL,
        PRIMARY KEY (series_set, indicator, place)) STRICT, WITHOUT ROWID;

      CREATE TABLE release (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, edition TEXT, as_of TEXT NOT NULL,
        content_hash TEXT NOT NULL, series_set INTEGER NOT NULL REFERENCES series_set) STRICT;
      CREATE TABLE publication (
        id INTEGER PRIMARY KEY, published TEXT NOT NULL UNIQUE, program TEXT NOT NULL, workspace TEXT NOT NULL,
        hash TEXT NOT NULL, site INTEGER NOT NULL REFERENCES site) STRICT;
      CREATE TABLE publication_release (
        publication INTEGER NOT NULL REFERENCES publication, place INTEGER NOT NULL,
        release INTEGER NOT NULL REFERENCES release, PRIMARY KEY (publication, place)) STRICT, WITHOUT ROWID;
      CREATE TABLE publication_state (
        publication INTEGER NOT NULL REFERENCES publication, dataflow TEXT NOT NULL, received TEXT NOT NULL,
        published TEXT NOT NULL, series_set INTEGER NOT NULL REFERENCES series_set,
        PRIMARY KEY (publication, dataflow, received)) STRICT, WITHOUT ROWID;

      CREATE TABLE workspace (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, agency TEXT NOT NULL, url TEXT, licence TEXT,
        languages TEXT NOT NULL, period TEXT NOT NULL, method TEXT NOT NULL, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE text (
        release INTEGER NOT NULL REFERENCES release, element TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
        language TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (release, element, id, field, language)) STRICT;
      CREATE TABLE goal (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE target (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, goal TEXT NOT NULL,
        kind TEXT NOT NULL, direction TEXT, due TEXT NOT NULL, baseline_period TEXT, baseline_value REAL,
        is_sustained INTEGER NOT NULL, owner TEXT, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE milestone (
        release INTEGER NOT NULL REFERENCES release, target TEXT NOT NULL, place INTEGER NOT NULL,
        period TEXT NOT NULL, value REAL NOT NULL, actual REAL, is_met INTEGER,
        PRIMARY KEY (release, target, place)) STRICT;
      CREATE TABLE objective (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, owner TEXT,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE objective_goal (
        release INTEGER NOT NULL REFERENCES release, objective TEXT NOT NULL, goal TEXT NOT NULL,
        PRIMARY KEY (release, objective, goal)) STRICT;
      CREATE TABLE outcome (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL,
        objective TEXT NOT NULL, owner TEXT, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE output (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, owner TEXT,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE output_outcome (
        release INTEGER NOT NULL REFERENCES release, output TEXT NOT NULL, outcome TEXT NOT NULL,
        PRIMARY KEY (release, output, outcome)) STRICT;
      CREATE TABLE enabler (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, owner TEXT,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE measure (
        release INTEGER NOT NULL REFERENCES release, element TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL,
        indicator TEXT NOT NULL, area TEXT NOT NULL, codes TEXT NOT NULL,
        PRIMARY KEY (release, element, id, place)) STRICT;
      CREATE TABLE link (
        release INTEGER NOT NULL REFERENCES release, element TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL,
        framework TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (release, element, id, place)) STRICT;
      CREATE TABLE framework (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, url TEXT,
        PRIMARY KEY (release, id)) STRICT;

      CREATE TABLE indicator (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, unit TEXT NOT NULL,
        multiplier INTEGER NOT NULL, currency TEXT, price_base INTEGER, is_purchasing_power INTEGER NOT NULL,
        direction TEXT, lower REAL, upper REAL, nature TEXT NOT NULL, decimals INTEGER NOT NULL,
        maximum_age INTEGER NOT NULL, owner TEXT, is_computed INTEGER NOT NULL, aggregation TEXT,
        dimensions TEXT NOT NULL, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE indicator_source (
        release INTEGER NOT NULL REFERENCES release, indicator TEXT NOT NULL, place INTEGER NOT NULL,
        source TEXT NOT NULL, PRIMARY KEY (release, indicator, place)) STRICT;
      CREATE TABLE area (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE area_group (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE membership (
        release INTEGER NOT NULL REFERENCES release, area_group TEXT NOT NULL, place INTEGER NOT NULL,
        area TEXT NOT NULL, first_day TEXT, last_day TEXT, PRIMARY KEY (release, area_group, place)) STRICT;
      CREATE TABLE codelist (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE code (
        release INTEGER NOT NULL REFERENCES release, codelist TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL,
        PRIMARY KEY (release, codelist, id)) STRICT;
      CREATE TABLE source (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, publisher TEXT, url TEXT,
        licence TEXT NOT NULL, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE dataflow (
        release INTEGER NOT NULL REFERENCES release, id TEXT NOT NULL, place INTEGER NOT NULL, indicator TEXT,
        source TEXT NOT NULL, unit TEXT NOT NULL, multiplier INTEGER NOT NULL, currency TEXT, price_base INTEGER,
        is_purchasing_power INTEGER NOT NULL, file TEXT NOT NULL, PRIMARY KEY (release, id)) STRICT;
      CREATE TABLE dimension (
        release INTEGER NOT NULL REFERENCES release, dataflow TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL,
        codelist TEXT NOT NULL, PRIMARY KEY (release, dataflow, id)) STRICT;
      CREATE TABLE vintage (
        release INTEGER NOT NULL REFERENCES release, dataflow TEXT NOT NULL, place INTEGER NOT NULL,
        published TEXT NOT NULL, received TEXT NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL,
        PRIMARY KEY (release, dataflow, place)) STRICT;

      CREATE TABLE assessment (
        release INTEGER NOT NULL REFERENCES release, target TEXT NOT NULL, part INTEGER NOT NULL, status TEXT NOT NULL,
        method TEXT NOT NULL, window_from TEXT, evidence TEXT NOT NULL, is_method_sensitive INTEGER NOT NULL,
        baseline_period TEXT, baseline_value REAL, current_period TEXT, current_value REAL, current_status TEXT,
        source TEXT, vintage TEXT, goal_value REAL, due TEXT NOT NULL, projected REAL, low REAL, high REAL,
        probability REAL, pace_so_far REAL, pace_needed REAL, override_status TEXT, override_name TEXT,
        override_expires TEXT, PRIMARY KEY (release, target, part)) STRICT;
      CREATE TABLE alternative (
        release INTEGER NOT NULL REFERENCES release, target TEXT NOT NULL, part INTEGER NOT NULL,
        place INTEGER NOT NULL, method TEXT NOT NULL, window_from TEXT, status TEXT, value REAL, probability REAL,
        word TEXT, PRIMARY KEY (release, target, part, place)) STRICT;
      CREATE TABLE direction (
        release INTEGER NOT NULL REFERENCES release, outcome TEXT NOT NULL, part INTEGER NOT NULL, status TEXT NOT NULL,
        indicator TEXT, area TEXT, low REAL, high REAL, PRIMARY KEY (release, outcome, part)) STRICT;

      CREATE VIEW latest AS
        SELECT r.* FROM publication_release AS p JOIN release AS r ON r.id = p.release
        WHERE p.publication = (SELECT max(id) FROM publication) ORDER BY p.place;
      CREATE VIEW series AS
        SELECT m.series_set, c.indicator, json_extract(c.areas, '$[' || json_extract(s.value, '$[0]') || ']') AS area,
          json_extract(c.codes, '$[' || json_extract(s.value, '$[1]') || ']') AS codes,
          json_extract(s.value, '$[2]') AS observations,
          CASE WHEN json_extract(s.value, '$[2]') > 0
            THEN json_extract(c.periods, '$[' || json_extract(s.value, '$[3]') || ']') END AS first_period,
          CASE WHEN json_extract(s.value, '$[2]') > 0
            THEN json_extract(c.periods, '$[' || json_extract(s.value, '$[4]') || ']') END AS last_period, c.id AS chunk
        FROM set_chunk AS m JOIN chunk AS c ON c.id = m.chunk, json_each(c.series) AS s
        ORDER BY m.series_set, m.place, s.key;
      CREATE VIEW observation_count AS
        SELECT r.id AS release, r.edition, c.indicator, sum(json_array_length(c.series)) AS series,
          sum(c.observations) AS observations
        FROM release AS r JOIN set_chunk AS m ON m.series_set = r.series_set JOIN chunk AS c ON c.id = m.chunk
        GROUP BY r.id, c.indicator;
      CREATE VIEW status AS
        SELECT l.edition, a.target, t.text AS title, a.status, a.method, a.current_period, a.current_value, a.due,
          a.goal_value, a.projected
        FROM latest AS l JOIN assessment AS a ON a.release = l.id AND a.part = 0
          JOIN workspace AS w ON w.release = l.id
          LEFT JOIN text AS t ON t.release = l.id AND t.element = 'target' AND t.id = a.target AND t.field = 'title'
            AND t.language = substr(w.languages || ' ', 1, instr(w.languages || ' ', ' ') - 1)
        ORDER BY l.as_of, a.rowid;
      """
  }
#endif
