namespace ApiGen.Benchmarks.Harness;

/// <summary>One area of the product, all of whose rows are measured inside a minute.</summary>
internal interface IBenchmarkArea
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>Measures; a row that comes early is printed early.</summary>
    IEnumerable<Row> Measure();
}
