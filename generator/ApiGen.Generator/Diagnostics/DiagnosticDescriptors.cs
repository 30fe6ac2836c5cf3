using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Diagnostics;

/// <summary>Everything that can be found wrong with a spec: 0xx file and YAML, 1xx shape, 2xx meaning, 3xx across files.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor InvalidYaml = Error(1, "Invalid YAML", "This is not valid YAML: {0}");
    public static readonly DiagnosticDescriptor DuplicateKey = Error(2, "Duplicate key", "'{0}' is already given on line {1}");
    public static readonly DiagnosticDescriptor AnchorOrAlias = Error(3, "Anchor or alias", "'{0}' can't be used: anchors and aliases are not supported; write the value out where it is needed");
    public static readonly DiagnosticDescriptor Tag = Error(4, "Tag", "'{0}' can't be used: tags are not supported; what a value is follows from its key");
    public static readonly DiagnosticDescriptor NestedTooDeep = Error(5, "Nested too deep", "Lists and mappings can't be nested more than {0} deep");
    public static readonly DiagnosticDescriptor FileTooLarge = Error(6, "File too large", "The file has {0} characters, and no more than {1} are read; split it");
    public static readonly DiagnosticDescriptor KeyNotText = Error(7, "Key is not text", "A key must be a text and not empty; what looks like a list or a mapping must be put in quotes");
    public static readonly DiagnosticDescriptor MergeKey = Error(8, "Merge key", "'<<' can't be used: merge keys are not supported; write the keys out");
    public static readonly DiagnosticDescriptor InternalError = Error(9, "Internal error", "ApiGen failed on this file, which is a mistake in ApiGen; please report it at https://github.com/apigen/apigen/issues together with the file and this text: {0}");

    public static readonly DiagnosticDescriptor UnknownDocument = Error(100, "Unknown document", "{0} doesn't begin a document: the first key is 'api', 'endpoint' or 'type'{1}");
    public static readonly DiagnosticDescriptor UnknownKey = Error(101, "Unknown key", "'{0}' is not a key of {1}{2}");
    public static readonly DiagnosticDescriptor MissingKey = Error(102, "Missing key", "{0} needs '{1}'");
    public static readonly DiagnosticDescriptor WrongShape = Error(103, "Wrong shape", "'{0}' must be {1}");
    public static readonly DiagnosticDescriptor UnknownValue = Error(104, "Unknown value", "'{0}' is not a value of '{1}', which is one of {2}{3}");
    public static readonly DiagnosticDescriptor MisplacedKey = Error(106, "Misplaced key", "'{0}' can't stand here: {1}");

    public static readonly DiagnosticDescriptor InvalidName = Error(201, "Invalid name", "'{0}' can't be a name here; it must be {1}");
    public static readonly DiagnosticDescriptor NameClash = Error(202, "Name clash", "'{0}' and '{1}' would both be '{2}' in C#");
    public static readonly DiagnosticDescriptor NameTaken = Error(203, "Name taken", "'{0}' is already taken in C#; choose another name");
    public static readonly DiagnosticDescriptor ReservedParameter = Error(204, "Reserved parameter", "'{0}' can't be a parameter: names that begin with 'oauth_' belong to OAuth");
    public static readonly DiagnosticDescriptor UnknownParameter = Error(205, "Unknown parameter", "'{0}' is not a parameter of this endpoint{1}");
    public static readonly DiagnosticDescriptor RuleConflict = Error(206, "Rule conflict", "'{0}' can't be in this rule: {1}");
    public static readonly DiagnosticDescriptor ExampleMisfit = Error(207, "Example misfit", "The example of '{0}' must be {1}");
    public static readonly DiagnosticDescriptor UnknownField = Error(208, "Unknown field", "'{0}' is not a field of {1}{2}");
    public static readonly DiagnosticDescriptor LimitTwice = Error(209, "Limit given twice", "{0} already has {1}");
    public static readonly DiagnosticDescriptor TooManyFields = Error(210, "Too many fields", "{0} has more than 128 fields; describe those that are used");
    public static readonly DiagnosticDescriptor LimitOfNothing = Error(211, "Limit of nothing", "'per: {0}' counts no call of an endpoint with 'auth: {1}'");
    public static readonly DiagnosticDescriptor CostAboveLimit = Error(212, "Cost above limit", "A call that costs {0} never fits into {1}");
    public static readonly DiagnosticDescriptor SigningConflict = Error(220, "Signing conflict", "'{0}' can't be used here: {1}");
    public static readonly DiagnosticDescriptor UnusableHeader = Error(221, "Unusable header", "'{0}' can't be a header of a parameter: {1}");
    public static readonly DiagnosticDescriptor BodyNotAllowed = Error(226, "Body not allowed", "'{0}' can't be used here: a {1} request has no body");
    public static readonly DiagnosticDescriptor MixedBodies = Error(227, "Mixed bodies", "'{0}' can't be used here: the body of this endpoint is '{1}', and a request has one body");
    public static readonly DiagnosticDescriptor MisplacedType = Error(228, "Misplaced type", "'{0}' can't travel there: {1}");
    public static readonly DiagnosticDescriptor IdleRule = Error(230, "Idle rule", "'{0}' isn't needed: {1}");
    public static readonly DiagnosticDescriptor RuleContradiction = Error(231, "Rule contradiction", "'{0}' leaves too little choice: {1}");
    public static readonly DiagnosticDescriptor InvalidPattern = Error(232, "Invalid pattern", "'{0}' can't be a pattern: {1}");
    public static readonly DiagnosticDescriptor EmptyRange = Error(233, "Empty range", "'{0}' is below '{1}', so that no value is left; raise the one or lower the other");
    public static readonly DiagnosticDescriptor ValueMisfit = Error(234, "Value misfit", "The {0} of '{1}' must be {2}");
    public static readonly DiagnosticDescriptor TooManyOverloads = Error(235, "Too many overloads", "'{0}' would give this endpoint {1} methods, and {2} are the most; let rules of another kind say it");

    public static readonly DiagnosticDescriptor UselessReplacement = Error(236, "Useless replacement", "'{0}' can't be used in its place: {1}");
    public static readonly DiagnosticDescriptor UnknownEndpoint = Error(237, "Unknown endpoint", "No file describes the endpoint '{0}'{1}");
    public static readonly DiagnosticDescriptor PageParameter = Error(240, "Page parameter", "'{0}' can't ask for pages: {1}");
    public static readonly DiagnosticDescriptor StatusOfSuccess = Error(241, "Status of success", "'{0}' is a status of success, and no 'errors' has a 'when' or 'unless' that tells a failure from it");
    public static readonly DiagnosticDescriptor UnknownZone = Error(250, "Unknown zone", "'{0}' is not a zone of the IANA time zone database{1}");
    public static readonly DiagnosticDescriptor PoolParameter = Error(251, "Pool counts by a parameter", "The pool '{0}' counts calls apart for each '{1}', which is no parameter of this endpoint with one value{2}");
    public static readonly DiagnosticDescriptor TooManyParameters = Error(260, "Too many parameters", "An endpoint has no more than 256 parameters; describe those that are used");
    public static readonly DiagnosticDescriptor TooManyRules = Error(261, "Too many rules", "'{0}' has no more than {1} {2}; keep those that callers get wrong");

    public static readonly DiagnosticDescriptor UnknownApi = Error(301, "Unknown API", "No file describes the API '{0}'{1}");
    public static readonly DiagnosticDescriptor UnknownType = Error(302, "Unknown type", "No file describes the type '{0}'{1}");
    public static readonly DiagnosticDescriptor DeclaredTwice = Error(303, "Declared twice", "'{0}' is already declared in {1}");
    public static readonly DiagnosticDescriptor MixedApis = Error(304, "Mixed APIs", "'{0}' can't be described in this file, which belongs to '{1}': one file, one API");
    public static readonly DiagnosticDescriptor UnknownAuth = Error(305, "Unknown auth", "'{0}' is not among the auth of the API '{1}'");
    public static readonly DiagnosticDescriptor UnknownPool = Error(306, "Unknown pool", "The API has no pool '{0}'{1}");
    public static readonly DiagnosticDescriptor UnknownHost = Error(307, "Unknown host", "The API has no host '{0}'{1}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        InvalidYaml, DuplicateKey, AnchorOrAlias, Tag, NestedTooDeep, FileTooLarge, KeyNotText, MergeKey, InternalError,
        UnknownDocument, UnknownKey, MissingKey, WrongShape, UnknownValue, MisplacedKey,
        InvalidName, NameClash, NameTaken, ReservedParameter, UnknownParameter, RuleConflict, ExampleMisfit,
        UnknownField, LimitTwice, TooManyFields, LimitOfNothing, CostAboveLimit, SigningConflict, UnusableHeader,
        BodyNotAllowed, MixedBodies, MisplacedType, IdleRule, RuleContradiction, InvalidPattern, EmptyRange,
        ValueMisfit, TooManyOverloads, UselessReplacement, UnknownEndpoint, PageParameter, StatusOfSuccess, UnknownZone,
        PoolParameter, TooManyParameters, TooManyRules,
        UnknownApi, UnknownType, DeclaredTwice, MixedApis, UnknownAuth, UnknownPool, UnknownHost,
    ];

    private static DiagnosticDescriptor Error(int number, string title, string message)
    {
        string id = "APIGEN" + number.ToString("000", CultureInfo.InvariantCulture);
        string page = $"https://github.com/apigen/apigen/blob/main/specs/diagnostics/{id}.md";
        return new(id, title, message, "ApiGen", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: page);
    }
}
