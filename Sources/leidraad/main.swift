internal import ArgumentParser

// Synchronous on purpose: an async entry costs milliseconds at every start.
Program.run()
