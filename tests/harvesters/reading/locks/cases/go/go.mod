module git.example.org/exempel

go 1.21

require (
	git.example.org/left v1.0.3
)
