using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddStatementFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MinimumFirms",
                table: "FundingCalls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumInProvinces",
                table: "FundingCalls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provinces",
                table: "FundingCalls",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            // With its reference in one statement: adding the reference later would copy the table outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Filings" ADD "DutyId" TEXT NULL CONSTRAINT "FK_Filings_Duties_DutyId" REFERENCES "Duties" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.CreateIndex(
                name: "IX_Filings_DutyId",
                table: "Filings",
                column: "DutyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Filings_Duties_DutyId",
                table: "Filings");

            migrationBuilder.DropIndex(
                name: "IX_Filings_DutyId",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "MinimumFirms",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "MinimumInProvinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "Provinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "DutyId",
                table: "Filings");
        }
    }
}
