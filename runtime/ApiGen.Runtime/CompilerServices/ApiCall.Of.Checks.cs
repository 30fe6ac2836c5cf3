namespace ApiGen.CompilerServices;

public sealed partial class ApiCall<T>
{
    /// <summary>Holds the arguments against the rules of the endpoint.</summary>
    /// <param name="given">
    /// Whether each parameter that the rules name is given, in the order in which they first name it.
    /// </param>
    /// <exception cref="ArgumentException">The arguments break a rule.</exception>
    public ApiCall<T> CheckRules(ReadOnlySpan<bool> given)
    {
        Endpoint.RuleCheck.Run(given);
        return this;
    }

    /// <summary>Holds a text, if there is one, against the checks of its parameter.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null.</param>
    /// <exception cref="ArgumentException">The text is too short or too long.</exception>
    public ApiCall<T> Check(int index, string? value)
    {
        if (value is not null) Endpoint.Parameters[index].Check.Run(value);
        return this;
    }

    /// <summary>Holds a number or time against the checks of its parameter.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is too low or too high.</exception>
    public ApiCall<T> Check<TValue>(int index, TValue value)
        where TValue : struct, IComparable<TValue>, ISpanParsable<TValue>
    {
        Endpoint.Parameters[index].Check.Run(value);
        return this;
    }

    /// <summary>Holds a number or time, if there is one, against the checks of its parameter.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is too low or too high.</exception>
    public ApiCall<T> Check<TValue>(int index, TValue? value)
        where TValue : struct, IComparable<TValue>, ISpanParsable<TValue> =>
        value is { } present ? Check(index, present) : this;

    /// <summary>Holds each text of a list, if there is one, against the checks of its parameter.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">The list, or null.</param>
    /// <exception cref="ArgumentException">A text is too short or too long.</exception>
    public ApiCall<T> CheckEach(int index, IReadOnlyList<string>? values)
    {
        for (int i = 0; i < values?.Count; i++) Check(index, values[i]);
        return this;
    }

    /// <summary>Holds each item of a list, if there is one, against the checks of its parameter.</summary>
    /// <typeparam name="TValue">The type of the items.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">The list, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An item is too low or too high.</exception>
    public ApiCall<T> CheckEach<TValue>(int index, IReadOnlyList<TValue>? values)
        where TValue : struct, IComparable<TValue>, ISpanParsable<TValue>
    {
        for (int i = 0; i < values?.Count; i++) Endpoint.Parameters[index].Check.Run(values[i]);
        return this;
    }

    /// <summary>Holds a text, if there is one, against the pattern of its parameter.</summary>
    /// <remarks>
    /// Apart from the other checks, so that native programs without patterns have no regular expressions in them.
    /// </remarks>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null.</param>
    /// <exception cref="ArgumentException">The text is of another form.</exception>
    public ApiCall<T> CheckPattern(int index, string? value)
    {
        if (value is not null) Endpoint.Parameters[index].Check.RunPattern(value);
        return this;
    }

    /// <summary>Holds each text of a list, if there is one, against the pattern of its parameter.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">The list, or null.</param>
    /// <exception cref="ArgumentException">A text is of another form.</exception>
    public ApiCall<T> CheckPattern(int index, IReadOnlyList<string>? values)
    {
        for (int i = 0; i < values?.Count; i++) CheckPattern(index, values[i]);
        return this;
    }

    /// <summary>Counts the items of a list, if it has any: an empty one is left out.</summary>
    /// <typeparam name="TItem">The type of the items.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">The list, or null.</param>
    /// <exception cref="ArgumentException">There are too few items or too many.</exception>
    public ApiCall<T> CheckCount<TItem>(int index, IReadOnlyList<TItem>? values)
    {
        if (values is { Count: > 0 }) Endpoint.Parameters[index].Check.RunCount(values.Count);
        return this;
    }

    /// <summary>Keeps a value, if there is one, out of what is told of the call.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null.</param>
    public ApiCall<T> Hide<TValue>(int index, TValue value)
    {
        if (value is not null) AddSensitive(index, value);
        return this;
    }

    /// <summary>Keeps each item of a list, if there is one, out of what is told of the call.</summary>
    /// <typeparam name="TItem">The type of the items.</typeparam>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="values">The list, or null.</param>
    public ApiCall<T> HideEach<TItem>(int index, IReadOnlyList<TItem>? values)
    {
        for (int i = 0; i < values?.Count; i++) Hide(index, values[i]);
        return this;
    }
}
