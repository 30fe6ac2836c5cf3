using System.Net;
using System.Net.Http.Headers;
using ApiGen.Budgets;

namespace ApiGen;

/// <summary>What came beside a successful answer, or the whole of an answer that has no value.</summary>
public class ApiResponse
{
    /// <summary>Gathers an answer.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="budgets">The budgets of the endpoint after the call; empty if they couldn't be read.</param>
    public ApiResponse(HttpStatusCode statusCode, HttpResponseHeaders headers, IReadOnlyList<BudgetState> budgets)
    {
        StatusCode = statusCode;
        Headers = headers;
        Budgets = budgets;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>
    /// The budgets of the endpoint after the call, in the order of the spec; empty if they couldn't be read.
    /// </summary>
    public IReadOnlyList<BudgetState> Budgets { get; }
}
