using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How parameters of an endpoint depend on each other. Written by generated code.</summary>
/// <param name="Kind">What is asked of a request.</param>
/// <param name="Alternatives">
/// Sets of parameters by their names on the wire. A set is given whole or not at all, where its parameters don't belong to
/// another set that is given.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterRule(ParameterRuleKind Kind, params string[][] Alternatives);
