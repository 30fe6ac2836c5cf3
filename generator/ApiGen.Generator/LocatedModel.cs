using ApiGen.Generator.Model;

namespace ApiGen.Generator;

/// <summary>
/// What a file says, and where the file is. It is a class, as what follows it is: for every pair of values that flows
/// through the driver's tables, a compiler that has just started must make code of its own.
/// </summary>
internal sealed record LocatedModel(string Path, SpecModel Model)
{
    /// <summary>The model of a file, or null if there is none.</summary>
    public static LocatedModel? Of(SpecFile file) =>
        SpecBinding.Bind(file).Model is { } model ? new LocatedModel(file.Path, model) : null;
}
