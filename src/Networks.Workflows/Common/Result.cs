using Networks.Data.Conventions;

namespace Networks.Workflows.Common;

/// <summary>What the pipeline needs to know of an answer without knowing its value.</summary>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    Refusal? Refusal { get; }

    static abstract TSelf Refused(Refusal refusal);

    /// <summary>The value as JSON, to answer the same again when the same operation comes again.</summary>
    string WriteValue();

    /// <summary>The answer that <see cref="WriteValue"/> wrote.</summary>
    static abstract TSelf ReadValue(string json);
}

/// <summary>The value of a use case, or the reason why not. Exactly one of the two.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public bool Ok => Refusal is null;

    /// <exception cref="InvalidOperationException">The answer is a refusal: the caller has a bug.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>For values behind an interface, which C# does not convert by itself.</summary>
    public static Result<T> Of(T value) => new(value, null);

    public static Result<T> Refused(Refusal refusal) => new(default, refusal);

    public static Result<T> ReadValue(string json) => new(Json.Read<T>(json), null);

    public string WriteValue() => Json.Write(Value);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The answer of an act that has nothing to tell but that it is done.</summary>
public sealed record Done
{
    public static readonly Done It = new();
}
