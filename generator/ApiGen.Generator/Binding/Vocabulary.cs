using System.Collections.Generic;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>The words that the language gives a meaning as values.</summary>
internal static class Vocabulary
{
    public static readonly Dictionary<string, ScalarKind> FieldTypes = new()
    {
        ["string"] = ScalarKind.String,
        ["bool"] = ScalarKind.Bool,
        ["int32"] = ScalarKind.Int32,
        ["int64"] = ScalarKind.Int64,
        ["double"] = ScalarKind.Double,
        ["decimal"] = ScalarKind.Decimal,
        ["date"] = ScalarKind.Date,
        ["date-time"] = ScalarKind.DateTime,
        ["json"] = ScalarKind.Json,
    };

    public static readonly Dictionary<string, ScalarKind> ParameterTypes = new(FieldTypes)
    {
        ["file"] = ScalarKind.File,
    };

    /// <summary>What an answer may be beside JSON.</summary>
    public static readonly Dictionary<string, AnswerContent> Contents = new()
    {
        ["none"] = AnswerContent.None,
        ["text"] = AnswerContent.Text,
        ["bytes"] = AnswerContent.Bytes,
    };

    public static readonly Dictionary<string, PagingMethod> PagingMethods = new()
    {
        ["cursor"] = PagingMethod.Cursor,
        ["max-id"] = PagingMethod.MaxId,
        ["page"] = PagingMethod.Page,
        ["offset"] = PagingMethod.Offset,
    };

    public static readonly Dictionary<string, ParameterPlace> Places = new()
    {
        ["query"] = ParameterPlace.Query,
        ["form"] = ParameterPlace.Form,
        ["json"] = ParameterPlace.Json,
        ["multipart"] = ParameterPlace.Multipart,
    };

    /// <summary>Where one parameter may travel, whatever the others do.</summary>
    public static readonly Dictionary<string, ParameterPlace> ParameterPlaces = new(Places)
    {
        ["header"] = ParameterPlace.Header,
    };

    /// <summary>How a list is sent where no name can stand before each value: in a path or a header.</summary>
    public static readonly Dictionary<string, ListJoin> JoinsWithoutName = new()
    {
        ["csv"] = ListJoin.Csv,
        ["pipe"] = ListJoin.Pipe,
        ["space"] = ListJoin.Space,
    };

    public static readonly Dictionary<string, ListJoin> Joins = new(JoinsWithoutName)
    {
        ["repeated"] = ListJoin.Repeated,
    };

    public static readonly Dictionary<string, AuthMode> AuthModes = new()
    {
        ["user"] = AuthMode.User,
        ["app"] = AuthMode.App,
        ["any"] = AuthMode.Any,
        ["none"] = AuthMode.None,
    };

    public static readonly Dictionary<string, AuthScheme> UserSchemes = new()
    {
        ["oauth1"] = AuthScheme.OAuth1,
        ["oauth2"] = AuthScheme.OAuth2,
        ["bearer"] = AuthScheme.Bearer,
    };

    public static readonly Dictionary<string, AuthScheme> AppSchemes = new()
    {
        ["oauth2"] = AuthScheme.OAuth2,
        ["bearer"] = AuthScheme.Bearer,
    };

    public static readonly Dictionary<string, OAuth1SignatureMethod> Signatures = new()
    {
        ["HMAC-SHA1"] = OAuth1SignatureMethod.HmacSha1,
        ["HMAC-SHA256"] = OAuth1SignatureMethod.HmacSha256,
        ["HMAC-SHA512"] = OAuth1SignatureMethod.HmacSha512,
        ["RSA-SHA1"] = OAuth1SignatureMethod.RsaSha1,
        ["RSA-SHA256"] = OAuth1SignatureMethod.RsaSha256,
        ["PLAINTEXT"] = OAuth1SignatureMethod.Plaintext,
    };

    public static readonly Dictionary<string, OAuth1Transmission> Transmissions = new()
    {
        ["header"] = OAuth1Transmission.Header,
        ["query"] = OAuth1Transmission.Query,
        ["form"] = OAuth1Transmission.Form,
    };

    /// <summary>Whether a protocol parameter that may be left out is sent.</summary>
    public static readonly Dictionary<string, bool> SendOrOmit = new() { ["send"] = true, ["omit"] = false };

    public static readonly Dictionary<string, UserIdSource> UserIds = new()
    {
        ["token-prefix"] = UserIdSource.TokenPrefix,
    };

    public static readonly Dictionary<string, LimitScope> Scopes = new()
    {
        ["user"] = LimitScope.User,
        ["app"] = LimitScope.App,
        ["app-token"] = LimitScope.AppToken,
        ["ip"] = LimitScope.Ip,
    };

    public static readonly Dictionary<string, CalendarPeriod> Calendars = new()
    {
        ["day"] = CalendarPeriod.Day,
        ["month"] = CalendarPeriod.Month,
    };

    /// <summary>How a limit is shared; the value says whether fairly, and nothing else needs to be said.</summary>
    public static readonly Dictionary<string, bool> Shares = new() { ["fair"] = true };

    public static readonly Dictionary<string, ResetTime> ResetTimes = new()
    {
        ["epoch"] = ResetTime.Epoch,
        ["seconds"] = ResetTime.Seconds,
        ["date"] = ResetTime.Date,
    };

    public static readonly Dictionary<string, FailureMeaning> Meanings = new()
    {
        ["done"] = FailureMeaning.Done,
        ["never"] = FailureMeaning.Never,
        ["auth"] = FailureMeaning.Auth,
        ["wait"] = FailureMeaning.Wait,
        ["cool-down"] = FailureMeaning.CoolDown,
        ["unknown"] = FailureMeaning.OutcomeUnknown,
        ["fix"] = FailureMeaning.Fix,
        ["clock"] = FailureMeaning.Clock,
    };

    public static readonly Dictionary<string, RuleKind> RuleKinds = new()
    {
        ["exactly-one"] = RuleKind.ExactlyOne,
        ["at-most-one"] = RuleKind.AtMostOne,
        ["at-least-one"] = RuleKind.AtLeastOne,
        ["all-or-none"] = RuleKind.AllOrNone,
        ["requires"] = RuleKind.Requires,
    };

    /// <summary>Whether a request whose outcome is unknown may be sent again.</summary>
    public static readonly Dictionary<string, bool> Replays = new() { ["safe"] = true, ["never"] = false };
}
