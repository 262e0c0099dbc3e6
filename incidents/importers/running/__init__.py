"""From the rows of a file to the desk and the public: batch after batch, each whole or not at all."""
