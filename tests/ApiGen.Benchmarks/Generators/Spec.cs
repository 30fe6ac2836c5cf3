using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Benchmarks.Generators;

/// <summary>A spec file in memory.</summary>
internal sealed class Spec(string path, string content) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(content, Encoding.UTF8);

    public override string Path { get; } = path;

    public string Content { get; } = content;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
