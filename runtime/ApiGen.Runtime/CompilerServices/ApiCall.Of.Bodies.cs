using System.Text.Json;

namespace ApiGen.CompilerServices;

/// <summary>Arguments that only a body has.</summary>
public sealed partial class ApiCall<T>
{
    /// <summary>Adds a file.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such file, or it may not be read.</exception>
    public ApiCall<T> Require(int index, ApiFile value)
    {
        AppendFile(index, value);
        return this;
    }

    /// <summary>Adds a file, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The file, or null to leave it out.</param>
    /// <exception cref="ArgumentException">There is no such file, or it may not be read.</exception>
    public ApiCall<T> Add(int index, ApiFile? value)
    {
        if (value is not null) AppendFile(index, value);
        return this;
    }

    /// <summary>Adds files, each a part of the same name (RFC 7578 §4.3), or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The files, or null to leave them out.</param>
    /// <exception cref="ArgumentException">One is null, isn't there or may not be read.</exception>
    public ApiCall<T> Add(int index, IReadOnlyList<ApiFile>? value)
    {
        foreach (ApiFile file in value ?? []) AppendFile(index, file);
        return this;
    }

    /// <summary>Adds files, each a part of the same name (RFC 7578 §4.3).</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The files, one or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="value"/> is empty, or one is null, isn't there or may not be read.
    /// </exception>
    public ApiCall<T> Require(int index, IReadOnlyList<ApiFile> value)
    {
        CheckNotEmpty(index, value);
        return Add(index, value);
    }

    /// <summary>Adds any JSON to a JSON body, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The JSON, or null to leave it out.</param>
    /// <exception cref="ArgumentException">There is none: it is the default of its type.</exception>
    public ApiCall<T> Add(int index, JsonElement? value)
    {
        JsonFor(index).Add(Endpoint.Parameters[index].Name, value);
        return this;
    }

    /// <summary>Adds an object, a list or a map to a JSON body, or nothing.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The value, or null to leave it out.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ArgumentException">An item of a list in it is null, or it is nested too deep.</exception>
    public ApiCall<T> Add<TValue>(int index, TValue? value, JsonWriter<TValue> write)
        where TValue : class
    {
        JsonFor(index).Add(Endpoint.Parameters[index].Name, value, write);
        return this;
    }

    /// <summary>Adds an object, a list or a map to a JSON body.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">An item of a list in it is null, or it is nested too deep.</exception>
    public ApiCall<T> Require<TValue>(int index, TValue value, JsonWriter<TValue> write)
        where TValue : class
    {
        if (value is null) throw new ArgumentNullException(Endpoint.Parameters[index].Argument);
        return Add(index, value, write);
    }
}
