using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ApiGen.Package.Tests;

/// <summary>A package of the feed, read.</summary>
internal sealed class PackedPackage : IDisposable
{
    private readonly ZipArchive _archive;

    public PackedPackage(PackageFeed feed, string name)
    {
        Name = name;
        _archive = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{name}.{feed.Version}.nupkg"));
    }

    public string Name { get; }

    /// <summary>Its files without those of the package format itself.</summary>
    public IEnumerable<string> Files => _archive.Entries
        .Select(entry => entry.FullName)
        .Where(path => path.Split('/')[0] is not ("_rels" or "package" or "[Content_Types].xml"))
        .Order(StringComparer.Ordinal);

    public IEnumerable<string> Assemblies => Files.Where(path => path.EndsWith(".dll", StringComparison.Ordinal));

    public string Text(string path)
    {
        using var reader = new StreamReader(_archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    public PackedAssembly Assembly(string path) => new(_archive.GetEntry(path)!);

    /// <summary>Its files, and what it says of itself and its dependencies, a line each.</summary>
    public string Describe()
    {
        var text = new StringBuilder().Append(Name).Append('\n');
        foreach (string file in Files) text.Append("  ").Append(file).Append('\n');

        var nuspec = XDocument.Parse(Text($"{Name}.nuspec"));
        foreach (var element in nuspec.Root!.Elements().Elements())
        {
            if (element.Name.LocalName is "license" or "readme" or "developmentDependency")
                text.Append("  ").Append(element.Name.LocalName).Append(": ").Append(element.Value).Append('\n');
        }

        foreach (var element in nuspec.Descendants().Where(element => element.Parent?.Name.LocalName == "group"))
        {
            text.Append("  ").Append(element.Parent!.Attribute("targetFramework")!.Value).Append(" needs ")
                .AppendJoin(' ', element.Attributes().Select(attribute => attribute.Value)).Append('\n');
        }

        return text.ToString();
    }

    public void Dispose() => _archive.Dispose();
}
