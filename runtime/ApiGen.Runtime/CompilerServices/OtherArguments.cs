using ApiGen.Pipeline.Bodies;

namespace ApiGen.CompilerServices;

/// <summary>
/// The arguments that a request carries neither in its query nor in a form. Apart from the call, because most calls
/// have none.
/// </summary>
internal sealed class OtherArguments
{
    /// <summary>Headers by name.</summary>
    public List<KeyValuePair<string, string>>? Headers { get; set; }

    /// <summary>The encoded values of path parameters, each at its parameter's place.</summary>
    public string?[]? PathValues { get; set; }

    /// <summary>The properties of a JSON body.</summary>
    public JsonOutput? Json { get; set; }

    /// <summary>The parts of a multipart body.</summary>
    public MultipartForm? Parts { get; set; }
}
