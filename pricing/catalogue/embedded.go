package catalogue

import (
	_ "embed"
	"sync"
)

// What the binary carries. Strings are read where they lie: none of this
// costs anything before it is asked for.
var (
	//go:embed embedded/aws.bin
	awsPrices string
	//go:embed embedded/azure.bin
	azurePrices string
	//go:embed embedded/gcp.bin
	gcpPrices string

	//go:embed data/machines/aws.csv
	awsMachines string
	//go:embed data/machines/azure.csv
	azureMachines string
	//go:embed data/machines/gcp.csv
	gcpMachines string
	//go:embed data/machines/cpus.csv
	cpus string
	//go:embed data/machines/gpus.csv
	gpus string
	//go:embed data/machines/families.csv
	families string

	//go:embed data/carbon/grid-odbl/intensity.csv
	gridOdbl string
	//go:embed data/carbon/grid-ember/intensity.csv
	gridEmber string
	//go:embed data/carbon/marginal.csv
	gridMarginal string
	//go:embed data/carbon/sites.csv
	sites string
	//go:embed data/carbon/fallback.csv
	fallbacks string
	//go:embed data/carbon/storage.csv
	storage string
	//go:embed data/carbon/factors.csv
	factors string

	//go:embed data/commitments.csv
	commitments string
	//go:embed data/places.csv
	places string
	//go:embed data/regions.csv
	regions string
	//go:embed data/sources.csv
	sources string
	//go:embed data/version.txt
	version string
)

// Embedded returns the catalogue inside the binary. Opening it does no work
// worth counting, and it is safe for concurrent use.
func Embedded() *Catalogue { return embedded() }

var embedded = sync.OnceValue(func() *Catalogue {
	c := &Catalogue{
		version: version,
		tables: map[string]table{
			"machines/aws.csv": table(awsMachines), "machines/azure.csv": table(azureMachines),
			"machines/gcp.csv": table(gcpMachines), "machines/cpus.csv": table(cpus),
			"machines/gpus.csv": table(gpus), "machines/families.csv": table(families),
			"carbon/grid-odbl/intensity.csv":  table(gridOdbl),
			"carbon/grid-ember/intensity.csv": table(gridEmber),
			"carbon/marginal.csv":             table(gridMarginal),
			"carbon/sites.csv":                table(sites), "carbon/fallback.csv": table(fallbacks),
			"carbon/storage.csv": table(storage), "carbon/factors.csv": table(factors),
			"commitments.csv": table(commitments), "places.csv": table(places),
			"regions.csv": table(regions), "sources.csv": table(sources),
		},
	}
	for _, p := range [...]struct{ cloud, packed string }{
		{"aws", awsPrices}, {"azure", azurePrices}, {"gcp", gcpPrices},
	} {
		m, err := openMatrix(p.packed)
		if err != nil {
			panic("catalogue: embedded prices of " + p.cloud + ": " + err.Error()) // a build fault; tests open them
		}
		c.prices = append(c.prices, cloudPrices{p.cloud, []*matrix{m}})
	}
	return c
})
