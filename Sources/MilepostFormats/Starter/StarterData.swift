/// The data of the starter workspace.
enum StarterData {
  static let areas = """
    code,name_en
    HARBOUR,Harbour
    HILLS,The Hills
    MEADOWS,Meadows
    OLDTOWN,Old Town

    """

  static let groups = """
    # Groups and areas share one space of codes: capital letters, digits and _.
    # members: all, a list such as [HARBOUR, HILLS], or {file: name.csv} with the columns area,from,to.
    groups:
      - {id: LARKHAVEN, title: {en: Town of Larkhaven}, members: all}

    """

  static let sources = """
    # Who publishes the data, and on which terms. Sidecars refer to these ids.
    sources:
      - {id: town-statistics, title: {en: Town statistics}, publisher: Town of Larkhaven, licence: CC BY 4.0}
      - {id: town-survey, title: {en: Survey of residents}, publisher: Town of Larkhaven, licence: CC BY 4.0}

    """

  static let codelists = """
    # Codes of breakdowns. To break a table down by sex, write 'dimensions: {SEX: SEX}' in its sidecar and
    # 'dimensions: [SEX]' in its indicator.
    codelists:
      - id: SEX
        title: {en: Sex}
        codes: {F: {en: Women}, M: {en: Men}}

    """

  static let populationSidecar = """
    # A sidecar says what the files beside it are about.
    dataflow: population
    title: {en: Population by district}
    indicator: population
    source: town-statistics
    unit: persons
    # A vintage is what the source said on a day. When figures are revised, add a file and a line; both stay.
    vintages:
      - {file: population.csv, published: 2025-02-14}

    """

  static let cyclingSidecar = """
    dataflow: cycling
    title: {en: Trips by bicycle}
    indicator: cycling
    source: town-survey
    unit: percent
    vintages:
      - {file: cycling.csv, published: 2025-03-20}

    """

  static let librarySidecar = """
    dataflow: library-members
    title: {en: Library members by district}
    indicator: library-members
    source: town-statistics
    unit: persons
    vintages:
      - {file: library-members.csv, published: 2025-02-14}

    """

  static let airSidecar = """
    dataflow: bad-air-days
    title: {en: Days of bad air}
    indicator: bad-air-days
    source: town-statistics
    unit: days
    vintages:
      - {file: bad-air-days.csv, published: 2025-01-20}

    """

  static let lettersSidecar = """
    dataflow: answered-in-a-week
    title: {en: Letters answered within a week}
    indicator: answered-in-a-week
    source: town-statistics
    unit: percent
    vintages:
      - {file: answered-in-a-week.csv, published: 2025-01-20}

    """

  static let skillsSidecar = """
    dataflow: digital-skills
    title: {en: Basic digital skills}
    indicator: digital-skills
    source: town-survey
    unit: percent
    vintages:
      - {file: digital-skills.csv, published: 2024-05-06}

    """

  static let skills = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    LARKHAVEN,2023,58.3

    """

  static let population = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    HARBOUR,2019,21040
    HARBOUR,2020,21190
    HARBOUR,2021,21370
    HARBOUR,2022,21510
    HARBOUR,2023,21680
    HARBOUR,2024,21830
    HILLS,2019,14820
    HILLS,2020,14860
    HILLS,2021,14910
    HILLS,2022,14930
    HILLS,2023,14990
    HILLS,2024,15040
    MEADOWS,2019,26310
    MEADOWS,2020,26590
    MEADOWS,2021,26840
    MEADOWS,2022,27130
    MEADOWS,2023,27400
    MEADOWS,2024,27690
    OLDTOWN,2019,18230
    OLDTOWN,2020,18210
    OLDTOWN,2021,18170
    OLDTOWN,2022,18160
    OLDTOWN,2023,18120
    OLDTOWN,2024,18100

    """

  static let cycling = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    HARBOUR,2019,9.1
    HARBOUR,2020,9.9
    HARBOUR,2021,10.8
    HARBOUR,2022,11.5
    HARBOUR,2023,12.4
    HARBOUR,2024,13.2
    HILLS,2019,5.9
    HILLS,2020,6.3
    HILLS,2021,7.0
    HILLS,2022,7.7
    HILLS,2023,8.1
    HILLS,2024,8.9
    MEADOWS,2019,7.4
    MEADOWS,2020,8.0
    MEADOWS,2021,8.9
    MEADOWS,2022,9.5
    MEADOWS,2023,10.4
    MEADOWS,2024,11.1
    OLDTOWN,2019,11.8
    OLDTOWN,2020,12.9
    OLDTOWN,2021,13.6
    OLDTOWN,2022,14.7
    OLDTOWN,2023,15.5
    OLDTOWN,2024,16.6

    """

  static let library = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    HARBOUR,2019,5260
    HARBOUR,2020,5480
    HARBOUR,2021,5790
    HARBOUR,2022,6060
    HARBOUR,2023,6420
    HARBOUR,2024,6710
    HILLS,2019,3410
    HILLS,2020,3560
    HILLS,2021,3720
    HILLS,2022,3930
    HILLS,2023,4110
    HILLS,2024,4320
    MEADOWS,2019,6050
    MEADOWS,2020,6410
    MEADOWS,2021,6790
    MEADOWS,2022,7190
    MEADOWS,2023,7620
    MEADOWS,2024,8060
    OLDTOWN,2019,5470
    OLDTOWN,2020,5610
    OLDTOWN,2021,5770
    OLDTOWN,2022,5900
    OLDTOWN,2023,6080
    OLDTOWN,2024,6240

    """

  static let air = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    LARKHAVEN,2019,41
    LARKHAVEN,2020,38
    LARKHAVEN,2021,39
    LARKHAVEN,2022,36
    LARKHAVEN,2023,35
    LARKHAVEN,2024,34

    """

  static let letters = """
    REF_AREA,TIME_PERIOD,OBS_VALUE
    LARKHAVEN,2021,71
    LARKHAVEN,2022,74
    LARKHAVEN,2023,76
    LARKHAVEN,2024,81

    """
}
