# Globs that a person lists.
package iaclint.lib.globs

# one is a glob for what any of several matches: a word is then looked at once,
# and not once for each. A comma parts alternatives.
one(patterns) := sprintf("{%s}", [concat(",", patterns)])
