/// The look of the starter workspace, which is the standard one until its lines are used.
enum StarterTheme {
  static let text = """
    # How the site looks; docs/themes.md tells more. Take the # away from what you want to use.
    footer: {en: The town of Larkhaven and all its figures are invented.}
    # name: {en: Town of Larkhaven}                       # who publishes
    # logo: {file: logo.svg, text: {en: A lark}}          # SVG or PNG, beside this file
    # colours:                                            # in quotes; contrasts are checked
    #   light: {link: "#7a3b00"}
    #   dark: {link: "#f0b070"}

    """
}
