/// What the files of a site are, by the ends of their names.
enum SiteMediaType {
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "application/octet-stream" }
    return switch name[name.index(after: point)...].lowercased() {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "geojson": "application/geo+json"
    case "csv": "text/csv; charset=utf-8"
    case "txt", "md": "text/plain; charset=utf-8"
    case "xml": "application/xml"
    case "ics": "text/calendar; charset=utf-8"
    case "svg": "image/svg+xml; charset=utf-8"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "gif": "image/gif"
    case "ico": "image/x-icon"
    case "woff2": "font/woff2"
    case "woff": "font/woff"
    case "ttf": "font/ttf"
    case "otf": "font/otf"
    case "pdf": "application/pdf"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "zip": "application/zip"
    default: "application/octet-stream"
    }
  }
}
