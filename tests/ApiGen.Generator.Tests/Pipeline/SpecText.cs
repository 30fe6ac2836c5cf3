using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Pipeline;

/// <summary>A spec file in memory.</summary>
internal sealed class SpecText(string path, SourceText text) : AdditionalText
{
    public SpecText(string path, string content)
        : this(path, SourceText.From(content, Encoding.UTF8))
    {
    }

    public override string Path { get; } = path;

    public string Content => text.ToString();

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>Every spec under a folder, by its path from there.</summary>
    public static IEnumerable<SpecText> AllIn(string folder) =>
        from file in Directory
            .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
        let path = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')
        select new SpecText(path, File.ReadAllText(file));
}
