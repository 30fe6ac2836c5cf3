using System.Text;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Sandbox;

/// <summary>A small API, described by hand as a generated client would describe it.</summary>
internal static class TestApi
{
    public const string Follow = "/1.1/friendships/create.json";

    public static readonly ApiDescriptor Twitter = new()
    {
        Name = "Twitter",
        BaseAddress = "https://api.twitter.com",
        UserId = UserIdSource.TokenPrefix,
        Errors = [new() { List = "errors", Code = "code", Message = "message" }],
        Failures =
        [
            new(404, "17", "NoUserMatched", FailureMeaning.Never),
            new(401, "32", "CouldNotAuthenticate", FailureMeaning.Auth, "Could not authenticate you."),
            new(404, "34", "NoSuchPage", FailureMeaning.Fix),
            new(400, "3", "InvalidCoordinates", FailureMeaning.Fix),
            new(403, "38", "ParameterMissing", FailureMeaning.Fix),
            new(429, "88", "RateLimited", FailureMeaning.Wait),
            new(401, "89", "InvalidToken", FailureMeaning.Auth),
            new(401, "135", "TimestampOutOfBounds", FailureMeaning.Clock),
            new(400, "215", "BadAuthenticationData", FailureMeaning.Auth),
        ],
    };

    /// <summary>An API that declares no failures and whose tokens tell no user.</summary>
    public static readonly ApiDescriptor Plain =
        new() { Name = "Plain", BaseAddress = "https://plain.example", Errors = Twitter.Errors };

    public static readonly EndpointDescription FriendshipsCreate = new(new EndpointDescriptor<object>
    {
        Api = Twitter,
        Name = "friendships/create",
        Method = "POST",
        Path = Follow,
        Parameters =
        [
            new("follow", "follow", ParameterPlace.Query),
            new("screen_name", "screenName", ParameterPlace.Query),
            new("user_id", "userId", ParameterPlace.Query),
        ],
        Limits = [new(BudgetScope.User, 400, TimeSpan.FromDays(1)), new(BudgetScope.App, 1000, TimeSpan.FromDays(1))],
        Failures =
        [
            new(403, "160", "AlreadyRequested", FailureMeaning.Done, "You've already requested to follow this user."),
            new(403, "161", "FollowLimit", FailureMeaning.CoolDown),
            new(403, "162", "Blocked", FailureMeaning.Never),
        ],
        Read = Unread,
    })
    {
        Parameters =
            [new("screen_name", "string", false), new("user_id", "int64", false), new("follow", "bool", false)],
        Rules = [new(ParameterRuleKind.ExactlyOne, ["screen_name"], ["user_id"])],
        Example =
            """{"id":1,"user_id":2244994945,"screen_name":"twitterdev","follow":false,"status":{"text":"é & <b>"}}"""u8
                .ToArray(),
    };

    public static readonly EndpointDescription UsersShow = Get(
        "users/show", "/1.1/users/show/{id}.json", """{"id":1,"name":"A"}""") with
    {
        Parameters = [new("id", "int64", true)],
    };

    public static readonly EndpointDescription UsersMe = Get("users/me", "/1.1/users/show/me.json", """["me"]""");

    public static readonly EndpointDescription Tagged = Get(
        "tags/of", "/1.1/tags/{tag}/of/{user}", """{"tag":"","user":null}""") with
    {
        Parameters = [new("tag", "string", true), new("user", "string", true)],
    };

    public static readonly EndpointDescription Types = Get(
        "types",
        "/1.1/types.json",
        """{"int32":1,"double":1.5,"bool":true,"string":"","csv":[]}""",
        [
            new("csv", "csv", ParameterPlace.Query),
            new("repeated", "repeated", ParameterPlace.Query) { Join = ListJoin.Repeated },
            new("piped", "piped", ParameterPlace.Query) { Join = ListJoin.Pipe },
            new("X-Size", "xSize", ParameterPlace.Header),
        ]) with
    {
        Parameters =
        [
            new("int32", "int32", false),
            new("double", "double", false),
            new("bool", "bool", false),
            new("string", "string", false),
            new("csv", "string[]", false),
            new("repeated", "int64[]", false),
            new("piped", "date[]", false) { Format = "dd.MM.yyyy" },
            new("decimal", "decimal", false),
            new("date", "date", false),
            new("time", "date-time", false),
            new("epoch", "date-time", false) { Format = "epoch" },
            new("twitter", "date-time", false) { Format = "ddd MMM dd HH:mm:ss zzz yyyy" },
            new("colour", "Colour", false) { Values = ["red", "dark blue"] },
            new("colours", "Colour[]", false) { Values = ["red", "dark blue"] },
            new("X-Size", "int32", false),
        ],
    };

    public static readonly EndpointDescription Checked = new(new EndpointDescriptor<object>
    {
        Api = Twitter,
        Name = "types/checked",
        Method = "GET",
        Path = "/1.1/checked.json",
        Parameters =
        [
            new("code", "code", ParameterPlace.Query) { Pattern = "a|ab" },
            new("count", "count", ParameterPlace.Query) { Min = "1", Max = "200" },
            new("mode", "mode", ParameterPlace.Query),
            new("name", "name", ParameterPlace.Query) { MinLength = 2, MaxLength = 3 },
            new("days", "days", ParameterPlace.Query) { Min = "2006-03-21", MinItems = 2, MaxItems = 3 },
            new("factor", "factor", ParameterPlace.Query),
            new("pin", "pin", ParameterPlace.Query) { MaxLength = 4, Pattern = "[0-9]+", IsSensitive = true },
            new("until", "until", ParameterPlace.Query) { Max = "2030-01-01T00:00:00Z" },
            new("weight", "weight", ParameterPlace.Query) { Max = "2.5" },
        ],
        Read = Unread,
    })
    {
        Parameters =
        [
            new("code", "string", false),
            new("count", "int64", false) { Default = "20" },
            new("mode", "string", true) { Constant = "all" },
            new("name", "string", false),
            new("days", "date[]", false),
            new("factor", "double", false) { Constant = "-1.5e3" },
            new("pin", "string", false),
            new("until", "date-time", false) { Format = "epoch" },
            new("weight", "double", false),
        ],
        Example = """{"count":0}"""u8.ToArray(),
    };

    public static readonly EndpointDescription Silent = Get("silent", "/1.1/silent.json", "");

    public static readonly EndpointDescription StatusesUpdate = new(new EndpointDescriptor<object>
    {
        Api = Twitter,
        Name = "statuses/update",
        Method = "POST",
        Path = "/1.1/statuses/update.json",
        Parameters = [new("status", "status", ParameterPlace.Form)],
        Read = Unread,
    })
    {
        Parameters = [new("status", "string", true)],
        Example = """{"status":""}"""u8.ToArray(),
    };

    public static readonly ApiDescription Description = new(
        Twitter, [FriendshipsCreate, Silent, StatusesUpdate, Tagged, Types, Checked, UsersMe, UsersShow]);

    public static Task<ApiGen.Sandbox.Sandbox> StartAsync(SandboxOptions? options = null) =>
        ApiGen.Sandbox.Sandbox.StartAsync(Description, options);

    /// <summary>Follows at most so often; what it is refused with is the API's to declare.</summary>
    public static ApiDescription Limited(ApiDescriptor api, params BudgetLimit[] limits) => new(api,
    [
        new EndpointDescription(new EndpointDescriptor<object>
        {
            Api = api,
            Name = "limited",
            Method = "GET",
            Path = "/limited",
            Limits = limits,
            Read = Unread,
        }) { Example = "{}"u8.ToArray() },
    ]);

    private static EndpointDescription Get(
        string name, string path, string example, ParameterDescriptor[]? parameters = null)
    {
        EndpointDescriptor<object> endpoint = new()
        {
            Api = Twitter,
            Name = name,
            Method = "GET",
            Path = path,
            Parameters = parameters ?? [],
            Read = Unread,
        };
        return new(endpoint) { Example = Encoding.UTF8.GetBytes(example) };
    }

    private static object Unread(ref JsonCursor json) => throw new NotSupportedException("A server reads no answers.");
}
