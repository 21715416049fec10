package catalogue

const (
	gridHeader     = "cloud,region,zone,gco2e_kwh,basis,confidence,date,source"
	emberHeader    = "cloud,region,country,gco2e_kwh,date,source"
	marginalHeader = "cloud,region,gco2e_kwh,date,source"
	siteHeader     = "cloud,region,pue,pue_basis,pue_year,wue_l_kwh,wue_year,date,source"
	regionHeader   = "cloud,code,name"
)

// Grid is the carbon intensity of the electricity a region draws:
// location-based, yearly average, gCO2e per kWh.
type Grid struct {
	Cloud, Region string
	Zone          string  // of the grid operator
	GPerKWh       float64 // Electricity Maps, consumption-based, life cycle
	Confidence    string  // "high", "medium", "low"
	Basis         string  // "zone-2025"
	Date, Source  string

	Country      string  // ISO 3166 alpha-3
	EmberGPerKWh float64 // the country's average by Ember (CC BY); 0 when there is none
	EmberDate    string
	EmberSource  string

	// MarginalGPerKWh is for differences only, never for totals; 0 when no
	// value is known.
	MarginalGPerKWh float64
	MarginalSource  string
}

// Grid returns the grid of a region; false when the region is not in the
// table, which is when WorldGrid is the thing to use.
func (c *Catalogue) Grid(cloud, region string) (Grid, bool) {
	l, ok := c.text("carbon/grid-odbl/intensity.csv").find(cloud, region)
	if !ok {
		return Grid{}, false
	}
	g := Grid{
		Cloud: l.str(), Region: l.str(), Zone: l.str(), GPerKWh: l.num(), Basis: l.str(),
		Confidence: l.str(), Date: l.str(), Source: l.str(),
	}
	if l, ok := c.text("carbon/grid-ember/intensity.csv").find(cloud, region); ok {
		l.str()
		l.str()
		g.Country, g.EmberGPerKWh, g.EmberDate, g.EmberSource = l.str(), l.num(), l.str(), l.str()
	}
	if l, ok := c.text("carbon/marginal.csv").find(cloud, region); ok {
		l.str()
		l.str()
		g.MarginalGPerKWh = l.num()
		l.str()
		g.MarginalSource = l.str()
	}
	return g, true
}

// WorldGrid is the world's average, for a region that is not known: low
// confidence, grade D by the carbon method.
func (c *Catalogue) WorldGrid() Grid {
	f, _ := c.Factor("world_grid")
	return Grid{
		Zone: "world", GPerKWh: f.Value, EmberGPerKWh: f.Value, Confidence: "low", Basis: "world",
		Date: f.Date, Source: f.Source, EmberDate: f.Date, EmberSource: f.Source,
	}
}

// Site is how a region's data centres use power and water.
type Site struct {
	PUE          float64
	Basis        string  // "published", "geography-average", "fleet-average"
	WUE          float64 // litres per kWh of IT energy; see HasWUE
	HasWUE       bool    // the provider publishes a figure for this region
	Date, Source string
}

// Site returns the site of a region, or the cloud's fleet average when the
// region has no row of its own; false when the cloud is not known.
func (c *Catalogue) Site(cloud, region string) (Site, bool) {
	t := c.text("carbon/sites.csv")
	l, ok := t.find(cloud, region)
	if !ok {
		l, ok = t.find(cloud, "*")
	}
	if !ok {
		return Site{}, false
	}
	l.str()
	l.str()
	s := Site{PUE: l.num(), Basis: l.str()}
	l.str()
	s.HasWUE = l[0] != ','
	s.WUE = l.num()
	l.str()
	s.Date, s.Source = l.str(), l.str()
	return s, true
}

// Region is one region of a cloud.
type Region struct {
	Code string // "eu-west-1"
	Name string // "Europe (Ireland)"
}

// Regions returns the regions of a cloud in the order of their codes.
func (c *Catalogue) Regions(cloud string) []Region {
	var regions []Region
	for l, rest := c.text("regions.csv").seek(cloud + ","); hasPrefixFold(string(l), cloud+","); l, rest = rest.cut() {
		l.str()
		regions = append(regions, Region{Code: l.str(), Name: l.str()})
	}
	return regions
}
