using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace ApiGen.Generator.Yaml;

/// <summary>
/// Reads a file's documents as nodes with their places. What it doesn't read (anchors, aliases, tags, merge keys, keys
/// that are no text, duplicate keys) it reports: no part of a file is passed over in silence.
/// </summary>
internal static class YamlReader
{
    // A thousand endpoints fill half of it. The parser's time is proportional to the text's length, and this bounds how
    // long a file that isn't a spec at all can hold a compiler or an editor: seconds, where each character is a token.
    private const int MaximumLength = 2 * 1024 * 1024;

    /// <summary>
    /// The documents of the file, without empty ones and without those that can't be known whole. A syntax error ends
    /// the reading, and the documents before it stand.
    /// </summary>
    public static IReadOnlyList<YamlNode> Read(
        SourceText text, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        if (text.Length > MaximumLength)
        {
            diagnostics.Report(
                DiagnosticDescriptors.FileTooLarge,
                default,
                text.Length.ToString(CultureInfo.InvariantCulture),
                MaximumLength.ToString(CultureInfo.InvariantCulture));
            return [];
        }

        var source = new YamlSource(text);
        if (source.FindForbidden() is int forbidden)
        {
            string code = ((int)source.Content[forbidden]).ToString("X4", CultureInfo.InvariantCulture);
            diagnostics.Report(
                DiagnosticDescriptors.InvalidYaml,
                source.FirstLineOf(forbidden, forbidden),
                $"the character U+{code} can't stand in a text; in double quotes it may be written as an escape");
            return [];
        }

        var tokens = new YamlTokens(source, diagnostics);
        var parser = new Parser(tokens);
        var builder = new YamlTreeBuilder(source, diagnostics);
        try
        {
            while (MoveNext(parser) && builder.Take(parser.Current!))
                cancellationToken.ThrowIfCancellationRequested();
        }
        catch (YamlException exception)
        {
            (string message, SourceSpan place) = Explain(exception, tokens, source, builder.OpenBracket);
            diagnostics.Report(DiagnosticDescriptors.InvalidYaml, place, message);
        }

        return builder.Documents;
    }

    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is not YamlException)
        {
            // On some texts that aren't YAML the parser itself fails.
            bool isEscape = exception is ArgumentException;
            throw new SyntaxErrorException(isEscape ? YamlSyntaxMessage.WrongEscape : YamlSyntaxMessage.Unreadable);
        }
    }

    private static (string Message, SourceSpan Place) Explain(
        YamlException exception, YamlTokens tokens, YamlSource source, SourceSpan? openBracket)
    {
        // Some exceptions have no place.
        bool isPlaced = exception.Start != Mark.Empty || exception.End != Mark.Empty;
        Mark current = tokens.Current?.Start ?? tokens.CurrentPosition;
        int start = source.Position(isPlaced ? exception.Start : current);
        int end = source.Position(isPlaced ? exception.End : current);

        string message = YamlSyntaxMessage.Of(exception.Message, source.CharacterAt(start));
        bool isAboutBracket = message is YamlSyntaxMessage.OpenBracket or YamlSyntaxMessage.Unreadable;
        return openBracket is { } bracket && (isAboutBracket || source.IsEnd(start))
            ? (YamlSyntaxMessage.OpenBracket, bracket)
            : (message, source.FirstLineOf(YamlSyntaxMessage.IsAboutEnd(message) ? end : start, end));
    }
}
