namespace ApiGen.Generator.Model;

/// <summary>An endpoint as the file of its API knows it, by its C# names: <c>Friendships</c>, <c>Create</c>.</summary>
internal sealed record EndpointName(string Resource, string Verb, AuthMode Auth)
{
    /// <summary>Its name in the spec, where that is known: <c>friendships/create</c>.</summary>
    public string Name { get; init; } = "";
}
