namespace ApiGen.Package.Tests;

/// <summary>The specs of a small API: entries can be written and read.</summary>
internal static class JournalSpecs
{
    public const string Api = """
        api: Journal
        base: https://journal.example
        auth:
          user: { scheme: oauth1, signature: HMAC-SHA1 }
        ---
        type: Entry
        of: Journal
        fields:
          id: int64
          text: string
        example: { "id": 7, "text": "Dear diary" }

        """;

    public const string Create = """
        endpoint: entries/create
        of: Journal
        request: POST /entries.json
        send: query
        auth: user
        limits:
          - { per: user, count: 2, window: 24h }
        parameters:
          text: { type: string, required: true, example: Dear diary }
        returns: Entry

        """;

    public const string Read = """
        endpoint: entries/read
        of: Journal
        request: GET /entries/{id}.json
        auth: user
        parameters:
          id: { type: int64, example: 7 }
        returns: Entry

        """;

    public static ConsoleProject WithJournal(this ConsoleProject project) => project
        .Write("specs/journal/api.yaml", Api)
        .Write("specs/journal/entries/create.yaml", Create)
        .Write("specs/journal/entries/read.yaml", Read);
}
