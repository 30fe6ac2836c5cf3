namespace ApiGen.Generator.Model;

/// <summary>
/// An endpoint as other files know it, by its C# names: <c>Friendships</c>, <c>Create</c>, and those of its methods
/// without what generated code adds to each.
/// </summary>
internal sealed record EndpointName(string Resource, string Verb, AuthMode Auth, EquatableArray<string> Methods)
{
    /// <summary>Its name in the spec, where that is known: <c>friendships/create</c>.</summary>
    public string Name { get; init; } = "";
}
