#if Postgres
  extension PostgresSchema {
    /// What a release says beside its series; `line` is the order of the rows.
    static let releaseTables =
      """
      CREATE TABLE milepost.workspace (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, agency
        text NOT NULL, url text, licence text, languages text NOT NULL, period text NOT NULL, method text NOT NULL,
        PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.text (release integer NOT NULL, line integer NOT NULL, element text NOT NULL, id text
        NOT NULL, field text NOT NULL, language text NOT NULL, text text NOT NULL, PRIMARY KEY (release, line),
        FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.goal (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place integer
        NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.target (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place integer
        NOT NULL, goal text NOT NULL, kind text NOT NULL, direction text, due text NOT NULL, baseline_period text,
        baseline_value double precision, is_sustained boolean NOT NULL, owner text, PRIMARY KEY (release, line),
        FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.milestone (release integer NOT NULL, line integer NOT NULL, target text NOT NULL, place
        integer NOT NULL, period text NOT NULL, value double precision NOT NULL, actual double precision, is_met
        boolean, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.objective (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, owner text, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES
        milepost.release);
      CREATE TABLE milepost.objective_goal (release integer NOT NULL, line integer NOT NULL, objective text NOT
        NULL, goal text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.outcome (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, objective text NOT NULL, owner text, PRIMARY KEY (release, line), FOREIGN KEY (release)
        REFERENCES milepost.release);
      CREATE TABLE milepost.output (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place integer
        NOT NULL, owner text, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.output_outcome (release integer NOT NULL, line integer NOT NULL, output text NOT NULL,
        outcome text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.enabler (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, owner text, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES
        milepost.release);
      CREATE TABLE milepost.measure (release integer NOT NULL, line integer NOT NULL, element text NOT NULL, id text
        NOT NULL, place integer NOT NULL, indicator text NOT NULL, area text NOT NULL, codes text NOT NULL, PRIMARY
        KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.link (release integer NOT NULL, line integer NOT NULL, element text NOT NULL, id text
        NOT NULL, place integer NOT NULL, framework text NOT NULL, code text NOT NULL, PRIMARY KEY (release, line),
        FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.framework (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, url text, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.indicator (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, unit text NOT NULL, multiplier integer NOT NULL, currency text, price_base integer,
        is_purchasing_power boolean NOT NULL, direction text, lower double precision, upper double precision, nature
        text NOT NULL, decimals integer NOT NULL, maximum_age integer NOT NULL, owner text, is_computed boolean NOT
        NULL, aggregation text, dimensions text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release)
        REFERENCES milepost.release);
      CREATE TABLE milepost.indicator_source (release integer NOT NULL, line integer NOT NULL, indicator text NOT
        NULL, place integer NOT NULL, source text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release)
        REFERENCES milepost.release);
      CREATE TABLE milepost.area (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place integer
        NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.area_group (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.membership (release integer NOT NULL, line integer NOT NULL, area_group text NOT NULL,
        place integer NOT NULL, area text NOT NULL, first_day text, last_day text, PRIMARY KEY (release, line),
        FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.codelist (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.code (release integer NOT NULL, line integer NOT NULL, codelist text NOT NULL, place
        integer NOT NULL, id text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES
        milepost.release);
      CREATE TABLE milepost.source (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place integer
        NOT NULL, publisher text, url text, licence text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY
        (release) REFERENCES milepost.release);
      CREATE TABLE milepost.dataflow (release integer NOT NULL, line integer NOT NULL, id text NOT NULL, place
        integer NOT NULL, indicator text, source text NOT NULL, unit text NOT NULL, multiplier integer NOT NULL,
        currency text, price_base integer, is_purchasing_power boolean NOT NULL, file text NOT NULL, PRIMARY KEY
        (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.dimension (release integer NOT NULL, line integer NOT NULL, dataflow text NOT NULL,
        place integer NOT NULL, id text NOT NULL, codelist text NOT NULL, PRIMARY KEY (release, line), FOREIGN KEY
        (release) REFERENCES milepost.release);
      CREATE TABLE milepost.vintage (release integer NOT NULL, line integer NOT NULL, dataflow text NOT NULL, place
        integer NOT NULL, published text NOT NULL, received text NOT NULL, kind text NOT NULL, file text NOT NULL,
        PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      CREATE TABLE milepost.assessment (release integer NOT NULL, line integer NOT NULL, target text NOT NULL, part
        integer NOT NULL, status text NOT NULL, method text NOT NULL, window_from text, evidence text NOT NULL,
        is_method_sensitive boolean NOT NULL, baseline_period text, baseline_value double precision, current_period
        text, current_value double precision, current_status text, source text, vintage text, goal_value double
        precision, due text NOT NULL, projected double precision, low double precision, high double precision,
        probability double precision, pace_so_far double precision, pace_needed double precision, override_status
        text, override_name text, override_expires text, PRIMARY KEY (release, line), FOREIGN KEY (release)
        REFERENCES milepost.release);
      CREATE TABLE milepost.alternative (release integer NOT NULL, line integer NOT NULL, target text NOT NULL, part
        integer NOT NULL, place integer NOT NULL, method text NOT NULL, window_from text, status text, value double
        precision, probability double precision, word text, PRIMARY KEY (release, line), FOREIGN KEY (release)
        REFERENCES milepost.release);
      CREATE TABLE milepost.direction (release integer NOT NULL, line integer NOT NULL, outcome text NOT NULL, part
        integer NOT NULL, status text NOT NULL, indicator text, area text, low double precision, high double
        precision, PRIMARY KEY (release, line), FOREIGN KEY (release) REFERENCES milepost.release);
      """
  }
#endif
