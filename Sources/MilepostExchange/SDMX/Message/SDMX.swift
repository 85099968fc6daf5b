/// What SDMX messages hold, independent of format and version of the standard.
///
/// Names are those of the SDMX information model; the workspace's own values of the same names stand in the model.
package enum SDMX {}
