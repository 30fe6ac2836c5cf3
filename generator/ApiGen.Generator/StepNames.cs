namespace ApiGen.Generator;

/// <summary>Names of the pipeline's steps, by which tests ask what an edit made run again.</summary>
internal static class StepNames
{
    /// <summary>The spec files among the additional files, as path and text.</summary>
    public const string Discover = nameof(Discover);

    /// <summary>Each file read and bound to its model.</summary>
    public const string Bind = nameof(Bind);

    /// <summary>The names that each file declares.</summary>
    public const string Names = nameof(Names);

    /// <summary>The names of all files together.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>Each model joined with the names that it needs: what is printed.</summary>
    public const string Resolve = nameof(Resolve);
}
