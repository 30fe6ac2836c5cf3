namespace ApiGen.Generator.Model;

/// <summary>How a rule lets a request choose among its alternatives.</summary>
internal enum RuleKind
{
    ExactlyOne,
    AtMostOne,
    AtLeastOne,
    AllOrNone,

    /// <summary>Has two alternatives: one parameter, and those without which it can't be given.</summary>
    Requires,
}
