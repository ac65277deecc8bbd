-- Nothing looks replicates up by their D50: the index cost every import pages and gave nothing.
DROP INDEX replicate_by_d50;
