# When AKS ends the support of a version that every plan includes. Source:
# https://learn.microsoft.com/azure/aks/supported-kubernetes-versions, as
# published in the summer of 2026 (a month there means its last day). Add a line
# when a version comes out.
package iaclint.lib.aks

# The day that the support of a version ends, "1.33.2" as "1.33".
end(version) := ends[concat(".", array.slice(split(version, "."), 0, 2))]

ends := {
	"1.28": "2025-01-31",
	"1.29": "2025-03-31",
	"1.30": "2025-08-22",
	"1.31": "2025-11-01",
	"1.32": "2026-03-31",
	"1.33": "2026-07-31",
	"1.34": "2026-11-30",
	"1.35": "2027-03-31",
	"1.36": "2027-06-30",
	"1.37": "2027-10-31",
}
