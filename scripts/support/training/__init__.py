"""How the tables of the judges come to be: cases out of annotated texts, folds by document, weights, figures."""
