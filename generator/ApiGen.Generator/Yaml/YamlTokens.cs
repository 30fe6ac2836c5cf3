using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ApiGen.Generator.Yaml;

/// <summary>
/// Stands between YamlDotNet's scanner and its parser: has every token examined, and reports anchors, aliases and tags.
/// </summary>
internal sealed class YamlTokens(YamlSource source, DiagnosticBag diagnostics) : IScanner
{
    private readonly Scanner _scanner = new(source.OpenReader());
    private readonly YamlTokenRules _rules = new(source);

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public void ConsumeCurrent() => _scanner.ConsumeCurrent();

    public bool MoveNext()
    {
        if (Current is not null)
            ConsumeCurrent();

        return MoveNextWithoutConsuming();
    }

    public bool MoveNextWithoutConsuming()
    {
        while (_scanner.MoveNextWithoutConsuming() && Current is { } token)
        {
            _rules.Examine(token);
            if (token is AnchorAlias)
                Report(DiagnosticDescriptors.AnchorOrAlias, token);

            if (token is not (Anchor or Tag))
                return true;

            // Reported here, they needn't be known to the parser, for which a value would begin with them.
            Report(token is Tag ? DiagnosticDescriptors.Tag : DiagnosticDescriptors.AnchorOrAlias, token);
            ConsumeCurrent();
        }

        return false;
    }

    private void Report(DiagnosticDescriptor descriptor, Token token)
    {
        int start = source.Position(token.Start);
        int end = source.Position(token.End);
        diagnostics.Report(descriptor, source.Span(start, end), source.Content.Substring(start, end - start));
    }
}
