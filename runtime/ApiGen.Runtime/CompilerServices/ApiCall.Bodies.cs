using ApiGen.Pipeline.Bodies;

namespace ApiGen.CompilerServices;

/// <summary>The bodies that aren't forms: one JSON object, or the parts of a multipart body.</summary>
public abstract partial class ApiCall
{
    /// <summary>The body's JSON so far; begun when first asked for.</summary>
    internal JsonOutput Json => Others.Json ??= new JsonOutput();

    /// <summary>The parts of a multipart body, or null if the call has none.</summary>
    internal MultipartForm? Parts => _others?.Parts;

    /// <summary>Adds a number, or true or false, which are themselves in JSON and texts elsewhere.</summary>
    private protected void AppendLiteral(int index, ReadOnlySpan<char> value)
    {
        ParameterDescriptor parameter = Endpoint.Parameters[index];
        if (parameter.Place != ParameterPlace.Json)
        {
            Append(index, value);
            return;
        }

        Count(index, value);
        Json.AddLiteral(parameter.Name, value);
    }

    /// <summary>Adds a time, which is a number in JSON where it is counted from 1970.</summary>
    private protected void AppendTime(int index, ReadOnlySpan<char> value)
    {
        if (Endpoint.Parameters[index].Dates is { IsNumber: true }) AppendLiteral(index, value);
        else Append(index, value);
    }

    /// <summary>Adds a file, which must be there to be read.</summary>
    private protected void AppendFile(int index, ApiFile? file)
    {
        ParameterDescriptor parameter = Endpoint.Parameters[index];
        if (file is null) throw new ArgumentNullException(parameter.Argument);
        try
        {
            (Others.Parts ??= new MultipartForm()).Add(parameter.Name, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"The file '{file.Name}' can't be read: {exception.Message}", parameter.Argument, exception);
        }
    }

    private void AddPart(ParameterDescriptor parameter, string value) =>
        (Others.Parts ??= new MultipartForm()).Add(parameter.Name, value);

    /// <summary>The JSON that is being written, which knows for which argument.</summary>
    private protected JsonOutput JsonFor(int index)
    {
        Json.Argument = Endpoint.Parameters[index].Argument;
        return Json;
    }
}
