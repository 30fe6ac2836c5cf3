namespace ApiGen.Generator.Model;

/// <summary>
/// An endpoint as other files know it: by its name in the spec, <c>friendships/create</c>, and by its C# names:
/// <c>Friendships</c>, <c>Create</c>, and those of its methods without what generated code adds to each.
/// </summary>
internal sealed record EndpointName(
    string Name, string Resource, string Verb, AuthMode Auth, EquatableArray<string> Methods);
