package catalogue

import (
	"math"
	"strings"
)

const placeHeader = "cloud,region,latitude,longitude"

// Nearest returns the region among others that lies nearest to region on the
// globe, of the same kind: regions of a government stay among themselves. False
// where it is not known where they lie. The first of several as near wins.
func (c *Catalogue) Nearest(cloud, region string, others []string) (string, bool) {
	from, ok := c.place(cloud, region)
	if !ok {
		return "", false
	}
	nearest, least := "", math.Inf(1)
	for _, other := range others {
		at, ok := c.place(cloud, other)
		if !ok || other == region || governed(other) != governed(region) {
			continue
		}
		if d := from.distance(at); d < least {
			nearest, least = other, d
		}
	}
	return nearest, nearest != ""
}

func governed(region string) bool { return strings.Contains(region, "gov") }

// globe is a point on the unit sphere.
type globe struct{ x, y, z float64 }

// place is where a region lies: its metropolitan area, to half a degree. A
// local zone lies where its region does.
func (c *Catalogue) place(cloud, region string) (globe, bool) {
	for {
		if l, ok := c.text("places.csv").find(cloud, region); ok {
			l.str()
			l.str()
			lat, long := l.num()*math.Pi/180, l.num()*math.Pi/180
			return globe{math.Cos(lat) * math.Cos(long), math.Cos(lat) * math.Sin(long), math.Sin(lat)}, true
		}
		dash := strings.LastIndexByte(region, '-')
		if dash < 0 {
			return globe{}, false
		}
		region = region[:dash]
	}
}

// distance grows with the way along the surface; it is the chord's square.
func (g globe) distance(o globe) float64 {
	dx, dy, dz := g.x-o.x, g.y-o.y, g.z-o.z
	return dx*dx + dy*dy + dz*dz
}
