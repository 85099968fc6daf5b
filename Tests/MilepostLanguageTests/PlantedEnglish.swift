/// Two hundred numbers in different forms, among dates, codes and references.
let plantedEnglish = PlantedText(
  "en",
  """
  In 2019, ‹over 53 per cent› of people were online, up from ‹nearly 17 per cent› in 2005.
  The Union has ‹193› Member States and ‹more than 900› other members, among them ‹some 160› universities.
  A rise to ‹4.1 billion› users left ‹3.6 billion› people offline on 31 December 2019.
  ‹About half› of the world, and ‹two thirds› of the young, were connected by Q4 2019.
  ‹Twelve› countries reported; ‹eleven› did not, and ‹thirty-four› asked for time until 15 March 2020.
  Prices fell by ‹a third›, traffic ‹doubled› and subscriptions ‹more than tripled› between 2005 and 2019.
  In Goal 1, ‹65%› of households should be online; in Goal 2, ‹60 %› in the developing world.
  The budget of ‹CHF 165 million› was cut by ‹US$ 3.2 million›, or ‹€2.9 million›.
  WRC-19 drew ‹3,420› participants from ‹163› States; RA-19 drew ‹521›.
  Under Resolution 71, ‹24› targets and ‹64› outcomes are followed, not counting the ‹40› of the enablers.
  ‹One in five› women and ‹three out of four› men in those ‹47› countries have a phone.
  It took ‹155› years, ‹three times as many› as planned, and ‹1.5 times› the money.
  The rate went from ‹20.9%› to ‹17.4%›, a loss of ‹3.5 percentage points›.
  ‹At least 100› schools, ‹at most 250› clinics and ‹up to 30› libraries are in the plan.
  ‹Fewer than 40› answers came from ‹less than a quarter› of the regions.
  Speeds of ‹100› Mbit/s are rare; ‹5›GB of data cost ‹2 per cent› of income.

  | Region | 2018 | 2019 |
  |---|---|---|
  | Africa | ‹26.4› | ‹28.2› |
  | Americas | ‹75.1› | ‹77.2› |
  | Arab States | ‹49› | ‹51.6› |
  | Europe | ‹80.8%› | ‹82.5%› |
  | World | ‹3,735,421,000› | ‹4.1bn› |

  Temperatures of ‹-5› degrees and growth of ‹−0.79%› or ‹+2.3%› were seen (‹12› cases).
  ‹A dozen› states, ‹two million› homes and ‹half a million› shops took part [‹14› in all].
  “‹Ten› years later,” she said, “‹twenty› of us remain, and ‹ninety-nine› have left.”
  The fund holds ‹$5 million›; ‹$1.2bn› is needed; ‹5 million Swiss francs› were promised.
  Of the ‹100› countries, ‹66› have a strategy; the other ‹34› do not.
  In ‹86› of ‹1 234› districts (‹7%›) nothing was done.
  By 2023, ‹70 percent› of people and ‹96 per cent› of places should be covered (target 2.7).
  Members paid ‹18.4 per cent› more; ‹fifteen per cent› paid late.
  Use ‹halved› in 2020 while costs ‹quadrupled› and the gap ‹nearly doubled›.
  Of users, ‹approximately 1,200› were new, ‹around 300› old and ‹roughly 45› unknown.
  The network spans ‹3,720,687› km with ‹21,806› nodes run by ‹520› operators.
  ‹More than half› of the ‹581› proposals came late, ‹close to 87 per cent› of them by e-mail.
  ‹Exactly 900› seats were sold, ‹a total of 970› were made, and ‹only 4%› were empty.
  The share is ‹0.5 at most›; the mean is ‹2.75›, the median ‹3›.
  There were ‹7› offices in 2018, ‹9› in 2019 and ‹11› since then.
  ‹Three million› students and ‹four thousand› teachers learned for ‹1.5 billion› hours.
  ‹One hundred and twenty› letters, ‹two hundred› calls and ‹a thousand› messages came.
  A survey of ‹24› items had ‹16.7%› blanks; ‹20.9%› were wrong.
  Growth of ‹20–30 per cent› is likely, ‹5-10%› at worst, in bands of ‹66–71› GHz.
  The Bureau has ‹37› sister agencies, ‹more than 170› partners and ‹over 37› projects.
  The cost is ‹under 5 per cent›, ‹below 10›, or ‹just over 2.5 million›.
  Almost all is not a number, but ‹almost 90› is, and so is ‹well over 400›.
  ‹No fewer than 62› States and ‹no more than 3%› of firms agreed.
  Costs of ‹EUR 12.5 million›, ‹£4,000› and ‹¥200 billion› were noted on page 12.
  ‹Two-thirds› agreed, ‹three quarters› did not, ‹one quarter› were silent, ‹a fifth› of replies were lost.
  ‹3 in 20› children, ‹one in three› adults.
  It grew ‹fivefold›; ‹tenfold› in LDCs; by a factor of ‹2.5›.
  The list ends with ‹15›
  ‹18› items at the start of a line, and ‹19›.
  **‹62.5%›** of targets; *‹12.5%›* met; ‹50%› on track; ~~‹33%›~~ dropped.
  > ‹85%› of respondents agree, ‹15%› do not.

  - ‹31› kbit/s per user
  - ‹211› kbit/s at best; ‹130› at worst
  * ‹forty-one› per hundred
  1. ‹13› reports
  2. ‹8› studies, ‹6› of them new

  ### What ‹25› people know
  It reached ‹1,000,000› in May 2019, ‹10,000› of them in one day; ‹1 000 000› is the same.
  Between ‹24› and ‹71› GHz; from ‹100› to ‹130› kbit/s; either ‹275› or ‹450›.
  On 29 April 2020 ‹77› documents; in April ‹5.3 per cent›; since May ‹250› more.
  Section 3.1 gives ‹59› countries; Table 2 gives ‹89›; Figure 1 gives ‹112› and Annex 2 gives ‹272›.
  In 2020 ‹2,000› came, ‹2100 million› did not, ‹1900 per cent› is absurd.
  WSIS has ‹11› lines; SDG 9 has ‹8› targets; Resolution 200 has ‹5› parts; Wi-Fi 6 has ‹4› modes.
  ‹6.6 percentage points› apart; ‹0.3 pp› closer; ‹10 percentage points› to go.
  ‹Fifty per cent› or ‹fifty-one percent›? ‹Fewer than one per cent› know.
  ‹Upwards of 600› people, ‹as many as 700› dogs, ‹in excess of 80› cats, ‹exceeding 90› birds.
  ‹~500› and ‹≈ 600›; ‹<5%› and ‹≥ 95%›; ‹50+› more.
  ‹Some 12.5 million› more: ‹4 million› here, ‹8.5 million› there.
  On Wednesday, 29 April 2020 at 10:30 ‹45› people met in room 5; ‹44.7› tonnes in 2016, ‹53.6› in 2019.
  The 21st meeting of Working Party 5D drew ‹300 or so›; the 3rd drew ‹about 2,100›; both cost
  ‹no more than 1.25 million›.
  From 2018-2021 (‹four per cent› a year) and 2019/20 (‹4 per cent›), see
  https://example.org/2019/report?id=77 and `5 of 9`.
  COVID-19 closed ‹1.5 million› schools; 5G reached ‹45› cities; H.264 is used by ‹nine out of ten› players.
  ‹Twice› the pace and ‹double› the size were seen in ‹2018› participants.
  The survey of 2019 reached ‹7,412› households in ‹14› provinces; response stood at ‹81.3%›, ‹2.1› points
  above the 2016 round.
  In the Sahel, ‹not more than one in ten› villages has a mast, and those that do lie ‹12.5› km apart on
  average.
  ‹Fewer than a dozen› engineers (‹9›) keep ‹over 1 800› sites running, at a cost of
  ‹about USD 3.4 million› a year.
  Between 2015 and 2020 the number of subscriptions rose from ‹1.2 million› to ‹nearly 5 million›, i.e. it
  ‹quadrupled›.
  Chapter 3, paragraph 12 and Annex 4 give details. The 3rd Forum in May 2018, opened by ‹2› ministers,
  had ‹two thousand› guests.
  ‹Eighty-five per cent› of schools had power; ‹forty› had none. By 30 June 2021, ‹at least 60 per cent›
  should.
  The Director's term ends on 31 December 2022. Her deputy, born in 1967, joined in 1993 with 4G still
  ‹10› years away.
  Fees went up by ‹CHF 318 000›; each unit is worth ‹CHF 318 000›.
  Of ‹four hundred› applicants, ‹a hundred and six› were women (‹26.5 per cent›).
  """)
