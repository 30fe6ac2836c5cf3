using ApiGen.Generator.Tests.Pipeline;

namespace ApiGen.Generator.Tests.Surface;

/// <summary>The specs of whole APIs, a folder each.</summary>
internal static class SurfaceSpecs
{
    public static string Folder { get; } = RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Surface");

    public static IEnumerable<string> Apis =>
        Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>An API's specs; Twitter's types are those of the specs that ApiGen comes with.</summary>
    public static IReadOnlyList<SpecText> Of(string api)
    {
        IEnumerable<SpecText> own = SpecText.AllIn(Path.Combine(Folder, api));
        return api == "Twitter"
            ? [.. own, .. SpecText.AllIn(RepositoryRoot.Combine("specs", "twitter", "types"))]
            : [.. own];
    }
}
