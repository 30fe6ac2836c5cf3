using System.Net;
using System.Net.Http.Headers;
using ApiGen.Budgets;

namespace ApiGen;

/// <summary>One page of an answer that comes in several, with all that came beside it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Page<T> : ApiResponse<T>
{
    /// <summary>Gathers a page.</summary>
    /// <param name="value">What the body was read as.</param>
    /// <param name="cursor">What the request said to have this page; null if it said nothing.</param>
    /// <param name="next">What a request says to have the page after this one; null if this is the last.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="budgets">The budgets of the endpoint after the call; empty if they couldn't be read.</param>
    public Page(
        T value,
        string? cursor,
        string? next,
        HttpStatusCode statusCode,
        HttpResponseHeaders headers,
        IReadOnlyList<BudgetState> budgets)
        : base(value, statusCode, headers, budgets)
    {
        Cursor = cursor;
        Next = next;
    }

    /// <summary>What the request said to have this page; null if it said nothing, to have the first.</summary>
    public string? Cursor { get; }

    /// <summary>What a request says to have the page after this one; null if this is the last.</summary>
    public string? Next { get; }
}
