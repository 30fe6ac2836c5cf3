using System;

namespace ApiGen.Generator.Yaml;

/// <summary>Says in one clause, to who wrote the file, what the parser says in terms of its grammar.</summary>
internal static class YamlSyntaxMessage
{
    public const string Tab = "a tab can't indent; use spaces";
    public const string TwoValues = "a second value follows the first with nothing between them";
    public const string LooseLine = "this line is neither a key with its ':' nor a part of the text above it";
    public const string NoKey = "a key is missing before this ':'";
    public const string NoBlank = "a blank is missing after this ':'";
    public const string Misplaced = "this can't stand here";
    public const string OpenBracket = "this bracket is not closed, or what follows it is not indented";
    public const string WrongEscape = "this escape stands for no character";
    public const string Unreadable = "it can't be understood from here on";

    private const string UnknownEscape = "this escape is unknown; write '\\\\' for a backslash, or use single quotes";
    private const string Colon =
        "a ':' can't stand here; put the text in quotes if it belongs to it, or check the indentation";

    private const string EmptyLine = "this empty line is indented too far";
    private const string Elsewhere = "this doesn't belong to what stands above it; check the indentation";
    private const string Comment = "a '#' begins a comment only after a blank";

    /// <summary>The clause for a message of the parser about a place that begins with the given character.</summary>
    public static string Of(string parserMessage, char first) => parserMessage switch
    {
        "While scanning a mapping, found invalid tab as indentation." => Tab,
        "While scanning a plain scalar, found a tab character that violate indentation." => Tab,
        "While scanning for the next token, found character that cannot start any token." => CannotBegin(first),
        "While scanning an anchor or alias, found value containing disallowed: []{}," => CannotBegin(first),
        "Invalid key indicator format." => CannotBegin(first),
        "Mapping keys are not allowed in this context." => CannotBegin(first),
        "While scanning a plain scalar value, found invalid mapping." => Colon,
        "While scanning a multiline plain scalar, found invalid mapping." => Colon,
        "Mapping values are not allowed in this context." => Colon,
        "While scanning a simple key, could not find expected ':'." => "expected a ':' after this key",
        "While scanning a quoted scalar, found unexpected end of stream." => "this quote is never closed",
        "While scanning a quoted scalar, found unexpected document indicator." =>
            "this quote is not closed in its document",
        "While scanning a multi-line double-quoted scalar, found wrong indentation." =>
            "this quote is not closed on its line, and the next line is not indented",
        "While scanning a quoted scalar, found unknown escape character." => UnknownEscape,
        "While scanning a quoted scalar, did not find expected hexadecimal number." => WrongEscape,
        "While scanning a quoted scalar, found invalid Unicode surrogates." => WrongEscape,
        "While scanning a quoted scalar, found invalid Unicode character escape code." => WrongEscape,
        "While scanning a plain scalar, found a comment between adjacent scalars." => LooseLine,
        "While scanning a block scalar, did not find expected comment or line break." =>
            "nothing but a comment may follow this on its line",
        "While scanning a literal block scalar, found extra spaces in first line." => EmptyLine,
        "While scanning a literal block scalar, found more spaces in lines above first content line." =>
            EmptyLine,
        "While scanning a flow sequence end, found invalid comment after ']'." => Comment,
        "While scanning a flow entry, found invalid comment after comma." => Comment,
        "While scanning a flow sequence end, found invalid comment after double-quoted scalar." => Comment,
        "While parsing a node, did not find expected node content." => "expected a value here",
        "While parsing a flow mapping, did not find expected ',' or '}'." => "expected ',' or '}'",
        "While parsing a flow mapping,  did not find expected ',' or '}'." => "expected ',' or '}'",
        "While parsing a flow sequence, did not find expected ',' or ']'." => "expected ',' or ']'",
        "While parsing a block collection, did not find expected '-' indicator." => Elsewhere,
        "While parsing a block mapping, did not find expected key." => Elsewhere,
        "Did not find expected <document start>." => Elsewhere,
        "Did not find expected <document end>." => Elsewhere,
        "Block sequence entries are not allowed in this context." => "a list can't begin on the line of its key",
        "Found incompatible YAML document." => "this version of YAML can't be read; leave the line out",
        _ when parserMessage.Contains("directive") =>
            "a '%' at the start of a line begins a directive, and this is none",
        _ => WithoutContext(parserMessage),
    };

    /// <summary>Whether the clause is about the end of the stretch that the parser names, not its start.</summary>
    public static bool IsAboutEnd(string clause) => clause is Tab or WrongEscape or UnknownEscape;

    public static string CannotBegin(char first) =>
        first == '\t' ? Tab : $"a value can't begin with '{first}'; put it in quotes";

    private static string WithoutContext(string parserMessage)
    {
        bool hasContext = parserMessage.StartsWith("While ", StringComparison.Ordinal);
        int start = hasContext ? parserMessage.IndexOf(", ", StringComparison.Ordinal) + 2 : 0;
        return parserMessage.Substring(start).TrimEnd('.');
    }
}
