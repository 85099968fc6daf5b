/// What pages of areas and groups say; the raw value is the English text.
enum AreaPagePhrase: String, SpokenPhrase {
  // Answers
  case betterThanGroup =
    "Better than {group} in {better} of {count} indicator.|Better than {group} in {better} of {count} indicators."
  case bestRank = "Best rank: {rank} ({indicator})."
  case becameBetter =
    "In five years {better} of {count} indicator became better, {worse} worse.|In five years {better} of {count} indicators became better, {worse} worse."
  case holdsValues = "{area}: values of {count} indicator.|{area}: values of {count} indicators."

  // Tables
  case areaCaption = "{area}: newest value of each indicator"
  case changesKey =
    "Changes of percentages are in percentage points, those of quantities in percent, all others in the indicator’s unit."
  case groupsKey = "Values of groups are for the same period."
  case changeFivePlain = "Change in five years"
  case changeTenPlain = "Change in ten years"
  case betterThan = "better than {value}"
  case worseThan = "worse than {value}"
  case equalTo = "equal to {value}"

  // Charts
  case overTime = "Over time"
  case overTimeTitle = "{area}: indicators on one scale"
  case overTimeCaption = "{area} and its group over time, {unit}"

  // Groups
  case memberOf = "Groups it belongs to"
  case membersHeading = "Members on {date}"
  case memberCount = "Members"
  case notGiven = "not given"
}
