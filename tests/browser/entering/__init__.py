"""Claims entered from articles, through the worksheet and through the claim's own form."""
