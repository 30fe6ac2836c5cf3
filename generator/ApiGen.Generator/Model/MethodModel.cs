namespace ApiGen.Generator.Model;

/// <summary>One overload of an endpoint's method, its required arguments before its optional ones.</summary>
internal sealed record MethodModel(string Name, EquatableArray<ArgumentModel> Arguments);
