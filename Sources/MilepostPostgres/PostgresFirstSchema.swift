#if Postgres
  extension PostgresSchema {
    /// Format 1: what publications are made of.
    ///
    /// Nothing refers to `series_value` and it refers to nothing, so that its rows may lie on any server; what two
    /// servers order differently is ordered by bytes.
    static let shelf =
      """
      CREATE TABLE milepost.store (application text NOT NULL, format integer NOT NULL);

      CREATE TABLE milepost.blob (
        id integer PRIMARY KEY, hash text NOT NULL UNIQUE, length bigint NOT NULL, encoding text NOT NULL,
        bytes bytea NOT NULL);
      ALTER TABLE milepost.blob ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CREATE TABLE milepost.site (id integer PRIMARY KEY, hash text NOT NULL UNIQUE);
      CREATE TABLE milepost.site_file (
        site integer NOT NULL REFERENCES milepost.site, path text COLLATE "C" NOT NULL,
        blob integer NOT NULL REFERENCES milepost.blob, PRIMARY KEY (site, path));

      CREATE TABLE milepost.series_key (
        id integer PRIMARY KEY, indicator text COLLATE "C" NOT NULL, area text COLLATE "C" NOT NULL,
        codes text COLLATE "C" NOT NULL, UNIQUE (indicator, area, codes));
      CREATE TABLE milepost.origin (
        id integer PRIMARY KEY, source text NOT NULL, vintage date NOT NULL, received date NOT NULL,
        is_computed boolean NOT NULL);
      CREATE TABLE milepost.chunk (
        id integer PRIMARY KEY, hash text NOT NULL UNIQUE, indicator text COLLATE "C" NOT NULL, areas text NOT NULL,
        codes text NOT NULL, periods text NOT NULL, origins text NOT NULL, series text NOT NULL,
        series_numbers integer[] NOT NULL, origin_numbers integer[] NOT NULL, observations integer NOT NULL);
      CREATE TABLE milepost.series_set (
        id integer PRIMARY KEY, hash text NOT NULL UNIQUE, series integer NOT NULL, observations bigint NOT NULL);
      CREATE TABLE milepost.set_chunk (
        series_set integer NOT NULL REFERENCES milepost.series_set, indicator text COLLATE "C" NOT NULL,
        place integer NOT NULL, chunk integer NOT NULL REFERENCES milepost.chunk, first_area text NOT NULL,
        first_codes text NOT NULL, PRIMARY KEY (series_set, indicator, place));
      CREATE TABLE milepost.availability (
        series_set integer NOT NULL REFERENCES milepost.series_set, dimension text COLLATE "C" NOT NULL,
        code text COLLATE "C" NOT NULL, series integer NOT NULL, observations bigint NOT NULL, first_period text,
        last_period text, PRIMARY KEY (series_set, dimension, code));

      CREATE TABLE milepost.series_value (
        value double precision, series integer NOT NULL, chunk integer NOT NULL, origin integer NOT NULL,
        status "char" NOT NULL, period text COLLATE "C" NOT NULL, kind text COLLATE "C",
        coverage double precision[]) PARTITION BY HASH (series);
      CREATE INDEX series_value_chunk ON milepost.series_value (chunk, series);

      CREATE TABLE milepost.release (
        id integer PRIMARY KEY, hash text NOT NULL UNIQUE, edition text, as_of text COLLATE "C" NOT NULL,
        content_hash text NOT NULL, series_set integer NOT NULL REFERENCES milepost.series_set);
      CREATE TABLE milepost.publication (
        id integer PRIMARY KEY, published text COLLATE "C" NOT NULL UNIQUE, program text NOT NULL,
        workspace text NOT NULL, hash text NOT NULL, site integer NOT NULL REFERENCES milepost.site);
      CREATE TABLE milepost.publication_release (
        publication integer NOT NULL REFERENCES milepost.publication, place integer NOT NULL,
        release integer NOT NULL REFERENCES milepost.release, PRIMARY KEY (publication, place));
      CREATE TABLE milepost.publication_state (
        publication integer NOT NULL REFERENCES milepost.publication, dataflow text COLLATE "C" NOT NULL,
        received text COLLATE "C" NOT NULL, published text NOT NULL,
        series_set integer NOT NULL REFERENCES milepost.series_set, PRIMARY KEY (publication, dataflow, received));
      """

    /// So many that they go evenly onto two, three, four, six or twelve servers.
    static let partitionCount = 12

    static let partitions = (0..<partitionCount).map { number in
      """
      CREATE TABLE milepost.series_value_\(number) PARTITION OF milepost.series_value
        FOR VALUES WITH (MODULUS \(partitionCount), REMAINDER \(number));

      """
    }.joined()

    /// For people with any tool.
    static let views =
      """
      CREATE VIEW milepost.latest AS
        SELECT r.* FROM milepost.publication_release AS p JOIN milepost.release AS r ON r.id = p.release
        WHERE p.publication = (SELECT max(id) FROM milepost.publication) ORDER BY p.place;
      CREATE VIEW milepost.observation AS
        SELECT m.series_set, k.indicator, k.area,
          jsonb_object(string_to_array(translate(k.codes, '=', ' '), ' ')) AS codes, v.period, v.value,
          CASE WHEN v.kind <> 'below-unit' THEN v.kind END AS missing, v.kind IS NOT DISTINCT FROM 'below-unit'
            AS is_below_unit, v.status::text AS status, o.source, o.vintage, o.received, o.is_computed, v.coverage,
          v.series
        FROM milepost.set_chunk AS m JOIN milepost.series_value AS v ON v.chunk = m.chunk
          JOIN milepost.series_key AS k ON k.id = v.series AND k.indicator = m.indicator
          JOIN milepost.origin AS o ON o.id = v.origin;
      CREATE VIEW milepost.series AS
        SELECT m.series_set, k.indicator, k.area,
          jsonb_object(string_to_array(translate(k.codes, '=', ' '), ' ')) AS codes,
          (s.entry ->> 2)::integer AS observations,
          CASE WHEN (s.entry ->> 2)::integer > 0 THEN c.periods::jsonb ->> (s.entry ->> 3)::integer END
            AS first_period,
          CASE WHEN (s.entry ->> 2)::integer > 0 THEN c.periods::jsonb ->> (s.entry ->> 4)::integer END
            AS last_period, c.id AS chunk, k.id AS series
        FROM milepost.set_chunk AS m JOIN milepost.chunk AS c ON c.id = m.chunk
          CROSS JOIN LATERAL ROWS FROM (unnest(c.series_numbers), jsonb_array_elements(c.series::jsonb))
            WITH ORDINALITY AS s (series, entry, place)
          JOIN milepost.series_key AS k ON k.id = s.series
        ORDER BY m.series_set, m.place, s.place;
      CREATE VIEW milepost.observation_count AS
        SELECT r.id AS release, r.edition, c.indicator, sum(cardinality(c.series_numbers)) AS series,
          sum(c.observations) AS observations
        FROM milepost.release AS r JOIN milepost.set_chunk AS m ON m.series_set = r.series_set
          JOIN milepost.chunk AS c ON c.id = m.chunk
        GROUP BY r.id, c.indicator;
      CREATE VIEW milepost.status AS
        SELECT l.edition, a.target, t.text AS title, a.status, a.method, a.current_period, a.current_value, a.due,
          a.goal_value, a.projected
        FROM milepost.latest AS l JOIN milepost.assessment AS a ON a.release = l.id AND a.part = 0
          JOIN milepost.workspace AS w ON w.release = l.id
          LEFT JOIN milepost.text AS t ON t.release = l.id AND t.element = 'target' AND t.id = a.target
            AND t.field = 'title' AND t.language = split_part(w.languages, ' ', 1)
        ORDER BY l.as_of, a.line;
      """
  }
#endif
