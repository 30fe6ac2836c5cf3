namespace ApiGen.Sandbox;

/// <summary>A file that a request brought along in a multipart body.</summary>
/// <param name="Parameter">The parameter that it is the value of.</param>
/// <param name="Name">The file's name, decoded.</param>
/// <param name="ContentType">Its media type, or null if the part doesn't say.</param>
/// <param name="Content">The file.</param>
public sealed record SandboxFile(string Parameter, string Name, string? ContentType, ReadOnlyMemory<byte> Content);
