using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>An act of the tests: one row of history a word. It goes through the product's own pipeline.</summary>
[Access(Right.CaseManage)]
internal sealed record NoteWord(CaseId CaseId, string Word) : ICommand<int>, ICaseRequest, IChecked
{
    public const string EventName = "test.word-noted";

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Word.Length == 0)
        {
            yield return new Refusal(RefusalKind.Invalid, "test.empty") { Field = "word" };
        }

        if (!Word.All(char.IsLetter))
        {
            yield return new Refusal(RefusalKind.Invalid, "test.not-letters") { Field = "word" };
        }
    }
}

/// <summary>What happens in the handler besides: it may refuse, fail, or meet somebody.</summary>
internal sealed class WordTrouble
{
    public int Runs;

    /// <summary>Called with the number of the run, from 1, after the handler has changed its entities.</summary>
    public Func<int, Refusal?> Answer { get; set; } = _ => null;
}

internal sealed class NoteWordHandler(NetworksDbContext db, CaseHistory history, WordTrouble trouble) : IRequestHandler<NoteWord, Result<int>>
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<WordTrouble>();
        services.AddTransient<IRequestHandler<NoteWord, Result<int>>, NoteWordHandler>();
    }

    public async Task<Result<int>> Handle(NoteWord request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var row = history.Record(@case, NoteWord.EventName, new DateOnly(2026, 3, 10), personalText: request.Word);
        await db.SaveChangesAsync(cancellationToken);
        return trouble.Answer(Interlocked.Increment(ref trouble.Runs)) is { } refusal ? refusal : row.Number;
    }
}
