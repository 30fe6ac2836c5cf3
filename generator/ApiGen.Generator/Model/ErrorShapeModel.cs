namespace ApiGen.Generator.Model;

/// <summary>The property names by which the body of a failure tells its code and message.</summary>
internal sealed record ErrorShapeModel(string List, string Code, string Message);
