using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator;

/// <summary>
/// A spec as path and text. It is the pipeline's first node because hosts hand over new additional-file objects for
/// texts that didn't change.
/// </summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private const string SourceItemType = "build_metadata.AdditionalFiles.SourceItemType";

    private SpecFile(string path, SourceText text)
    {
        Path = path;
        Text = text;
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The file as a spec, or null if the project includes it as something else.</summary>
    public static SpecFile? From(
        AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        bool isSpec = options.GetOptions(file).TryGetValue(SourceItemType, out string? type) && type == "ApiSpec";
        SourceText? text = isSpec ? file.GetText(cancellation) : null;
        return text is null ? null : new SpecFile(file.Path, text);
    }

    public bool Equals(SpecFile? other) =>
        other is not null && Path == other.Path
            && (ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text));

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode()
    {
        ImmutableArray<byte> checksum = Text.GetChecksum();
        return unchecked((Path.GetHashCode() * 31) + (checksum[0] | (checksum[1] << 8) | (checksum[2] << 16)));
    }
}
