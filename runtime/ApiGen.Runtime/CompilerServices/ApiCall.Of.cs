using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>The arguments of one call whose answer is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type that the answer's body is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiCall<T> : ApiCall
{
    internal ApiCall(EndpointDescriptor<T> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>Reads the value from the JSON of a successful answer; null if that isn't JSON.</summary>
    internal JsonReader<T>? Read => ((EndpointDescriptor<T>)Endpoint).Read;

    /// <summary>Adds a text.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ApiCall<T> Require(int index, string value)
    {
        AppendRequired(index, value);
        return this;
    }

    /// <summary>Adds a text, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, string? value)
    {
        if (value is not null) Append(index, value);
        return this;
    }

    /// <summary>Adds true or false, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, bool? value)
    {
        if (value is { } flag) AppendLiteral(index, ParameterText.Of(flag));
        return this;
    }

    /// <summary>Adds a whole number, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, long? value)
    {
        if (value is { } number) Append(index, number);
        return this;
    }

    /// <summary>Adds a number in the shortest form that reads back as the same, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number or infinite.</exception>
    public ApiCall<T> Add(int index, double? value)
    {
        if (value is { } number) AppendLiteral(index, ParameterText.Of(number, Endpoint.Parameters[index]));
        return this;
    }

    /// <summary>Adds a decimal number with all its digits, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, decimal? value)
    {
        if (value is { } number) AppendLiteral(index, ParameterText.Of(number));
        return this;
    }

    /// <summary>Adds a date, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, DateOnly? value)
    {
        if (value is { } date) Append(index, ParameterText.Of(date, Endpoint.Parameters[index]));
        return this;
    }

    /// <summary>Adds a time in UTC, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, DateTimeOffset? value)
    {
        if (value is { } time) AppendTime(index, ParameterText.Of(time, Endpoint.Parameters[index]));
        return this;
    }

    /// <summary>Adds a value of an enumeration.</summary>
    /// <typeparam name="TValue">The enumeration.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds no text.</exception>
    public ApiCall<T> Require<TValue>(int index, TValue value)
        where TValue : struct, IEnumerationValue => Add<TValue>(index, value);

    /// <summary>Adds a value of an enumeration, or nothing.</summary>
    /// <typeparam name="TValue">The enumeration.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds no text.</exception>
    public ApiCall<T> Add<TValue>(int index, TValue? value)
        where TValue : struct, IEnumerationValue
    {
        if (value is { } choice) Append(index, ParameterText.Of(choice, Endpoint.Parameters[index]));
        return this;
    }

    /// <summary>Adds a list.</summary>
    /// <typeparam name="TItem">The type of its values.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">Its values, one or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="values"/> is empty, holds null, or holds what can't be told apart once it is joined.
    /// </exception>
    public ApiCall<T> Require<TItem>(int index, IReadOnlyList<TItem> values)
    {
        AppendAllRequired(index, values);
        return this;
    }

    /// <summary>Adds a list, or nothing.</summary>
    /// <typeparam name="TItem">The type of its values.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">Its values; null or none to leave it out.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="values"/> holds null, or what can't be told apart once it is joined.
    /// </exception>
    public ApiCall<T> Add<TItem>(int index, IReadOnlyList<TItem>? values)
    {
        if (values is not null) AppendAll(index, values);
        return this;
    }
}
