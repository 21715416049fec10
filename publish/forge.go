package publish

import "context"

// Forge is one pull request on one platform, seen with one account.
type Forge interface {
	Limits() Limits
	// Pull is the pull request as it is now.
	Pull(context.Context) (Pull, error)
	// List is all comments of the conversation, oldest first.
	List(context.Context) ([]Comment, error)
	// Create writes a comment. Where it cannot be told whether that took, the
	// error says so (unsure).
	Create(ctx context.Context, body string) (Comment, error)
	Update(ctx context.Context, c Comment, body string) error
	// Delete takes a comment away; one that is gone already is no error.
	Delete(ctx context.Context, c Comment) error
	// Hide folds a comment away as outdated, where Limits say it can.
	Hide(ctx context.Context, c Comment) error
	// Remarks are the comments on lines, oldest first.
	Remarks(context.Context) ([]Comment, error)
	// Changed are the lines that the pull request adds or changes, of files;
	// it may know of others too.
	Changed(ctx context.Context, p Pull, files []string) (Lines, error)
	// Review writes comments on lines, together where the platform can.
	Review(ctx context.Context, p Pull, list []Remark) error
	Status(ctx context.Context, p Pull, s Status) error
}

// Limits are what a platform takes.
type Limits struct {
	Comment int  // characters, the larger of code points and UTF-16 units
	NoHTML  bool // tags are shown, so that the marker has to be a link that nobody sees
	Hide    bool // comments can be folded away
	// Suggest is how a change is suggested: "github", "gitlab", or "" for none.
	Suggest string
}

// Pull is a pull request.
type Pull struct {
	Head  string // commit, perhaps short
	Base  string // commit it is compared with, where the platform says
	Start string // of its first version, where the platform counts them
}

// Comment is one comment of a pull request.
type Comment struct {
	ID      int64
	Body    string
	Mine    bool   // the account of the token wrote it
	Version int    // of it, where the platform counts
	Thread  int64  // it is part of, where the platform has threads
	Node    string // its name in GraphQL, where the platform has one
}

// Remark is a comment on lines of a file as the pull request leaves it.
type Remark struct {
	File       string
	Line, Last int // Last >= Line
	Body       string
}

// Status says on a commit how a run ended.
type Status struct {
	Name    string // what it is of, the same in every run
	Failed  bool
	Title   string // one line
	Summary string // markdown, where there is room for it
	Link    string // to more, "" for none
}

// Lines are line numbers of files, from 1.
type Lines map[string]map[int]bool

func (l Lines) add(file string, line int) {
	if l[file] == nil {
		l[file] = map[int]bool{}
	}
	l[file][line] = true
}

// All reports whether all lines from first to last are there.
func (l Lines) All(file string, first, last int) bool {
	for n := first; n <= last; n++ {
		if !l[file][n] {
			return false
		}
	}
	return last >= first
}
